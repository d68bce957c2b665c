import { firstOf, type Part } from '../../dossier/part';
import { countOf, plafondOf, type PlafondConnu } from '../../dossier/plafond';
import type { Circumstances } from '../circumstances';
import { numberMeant } from '../valeurs/number-meant';

/**
 * The ceiling HT of a request, undefined where none is known. A count in quotes is read as what `nombre-en-texte` makes
 * of it.
 */
export function ceilingOf(
  part: Part,
  { regulation, base, fusions }: Circumstances,
): PlafondConnu | undefined {
  const { sons } = part.format;
  const compared = regulation.enonces.get('tva.plafond-compare');
  if (part.kind !== 'demande' || sons === undefined || compared?.value !== 'montant-ht') return undefined;
  const count = firstOf(part, 'nombre-professionnels');
  const plafond = plafondOf(part, { sons, regulation, base, fusions }, countOf(count && numberMeant(count)));
  return plafond.type === 'montant' ? plafond : undefined;
}
