import { contexteOf, montantsOf } from '../../dossier/montants';
import type { Analysis } from '../../analysis/analyse';
import type { Role } from '../../formats/roles';
import type { Langue } from '../../messages/catalogue';
import type { ModelPlace } from '../place';
import { computation } from './computation';
import { signatureWindow } from './signature-window';

const OF_THE_ORDER: readonly Role[] = ['prestation', 'montant-ht', 'taux-tva', 'montant-ttc'];

/** What the texts make of an amount or of a date of a request, in Markdown; undefined for another place. */
export function regulationCard(
  { key, tag, shape, part, demande }: ModelPlace,
  analysis: Analysis,
  langue: Langue,
): string | undefined {
  const { dossier, regulation } = analysis;
  const role = (key ? tag?.shape : shape)?.role;
  if (!dossier || role === undefined || demande === undefined) return undefined;
  const contexte = contexteOf(dossier, analysis);
  if (OF_THE_ORDER.includes(role)) return computation(montantsOf(part, contexte), langue, regulation);
  return role === 'date-signature' ? signatureWindow(part, contexte, langue) : undefined;
}
