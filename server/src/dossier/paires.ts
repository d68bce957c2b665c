import { referenceOf } from './beneficiaire';
import type { Demande, Dossier } from './dossier';
import { perimetreOf } from './perimetre';

/** A request for an avance and the one for its solde; one of them may be missing. */
export type Paire =
  | { readonly avance: Demande; readonly solde: Demande }
  | { readonly avance: Demande; readonly solde?: undefined }
  | { readonly avance?: undefined; readonly solde: Demande };

/**
 * The requests of two files side by side, those of the avance first, in their order. A solde names its avance by the
 * reference; where it does not, a number that both have in common tells.
 */
export function pairesOf(avance: Dossier, solde: Dossier): readonly Paire[] {
  const left = new Set(solde.demandes);
  const byReference = new Map<string, Demande>();
  for (const demande of solde.demandes) {
    const reference = referenceOf(demande.part);
    if (reference !== undefined && !byReference.has(reference)) byReference.set(reference, demande);
  }
  const twins = new Map<Demande, Demande>();
  const pair = (one: Demande, twin: Demande | undefined): void => {
    if (twin && !twins.has(one) && left.delete(twin)) twins.set(one, twin);
  };
  for (const one of avance.demandes) pair(one, byReference.get(referenceOf(one.part) ?? ''));
  const byKey = new Map<string, Demande>();
  for (const demande of left) {
    for (const cle of perimetreOf(demande.part)) if (!byKey.has(cle)) byKey.set(cle, demande);
  }
  for (const one of avance.demandes) {
    if (twins.has(one)) continue;
    for (const cle of perimetreOf(one.part)) pair(one, byKey.get(cle));
  }
  return [
    ...avance.demandes.map((one): Paire => {
      const twin = twins.get(one);
      return twin ? { avance: one, solde: twin } : { avance: one };
    }),
    ...[...left].map((one): Paire => ({ solde: one })),
  ];
}
