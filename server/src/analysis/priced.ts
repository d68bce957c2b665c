import { contexteOf, montantsOf } from '../dossier/montants';
import type { PricedDemande } from '../dossier/montants-table';
import type { Analysis } from './analyse';
import { demandesKo } from './ko';

/** Every request of a checked file with its money and what the portal would say of it; none for another file. */
export function pricedDemandes(analysis: Analysis): readonly PricedDemande[] {
  const { dossier, findings } = analysis;
  if (!dossier) return [];
  const contexte = contexteOf(dossier, analysis);
  const ko = demandesKo(findings);
  return dossier.demandes.map(({ rang, part }) => ({
    rang,
    isKo: ko.has(rang),
    montants: montantsOf(part, contexte),
  }));
}
