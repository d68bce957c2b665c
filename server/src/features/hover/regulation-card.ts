import { contexteOf, montantsOf } from '../../dossier/montants';
import type { Dossier } from '../../dossier/dossier';
import type { Role } from '../../formats/roles';
import type { Langue } from '../../messages/catalogue';
import type { Base } from '../../registry/base';
import type { Regulation } from '../../regulation/regulation';
import type { ModelPlace } from '../place';
import { computation } from './computation';
import { signatureWindow } from './signature-window';

const OF_THE_ORDER: readonly Role[] = ['prestation', 'montant-ht', 'taux-tva', 'montant-ttc'];

/** What the texts make of an amount or of a date of a request, in Markdown; undefined for another place. */
export function regulationCard(
  { key, tag, shape, part, demande }: ModelPlace,
  dossier: Dossier,
  regulation: Regulation,
  base: Base | undefined,
  langue: Langue,
): string | undefined {
  const role = (key ? tag?.shape : shape)?.role;
  if (role === undefined || demande === undefined) return undefined;
  const contexte = contexteOf(dossier, regulation, base);
  if (OF_THE_ORDER.includes(role)) return computation(montantsOf(part, contexte), langue, regulation);
  return role === 'date-signature' ? signatureWindow(part, contexte, langue) : undefined;
}
