import type { Candidature } from '../../dossier/candidature/candidature';
import { vagueOf } from '../../regulation/sons';

/** True for a candidate of wave 2 that wave 1 did not reference; a mutualised PFI is treated as one. */
export function isNewcomer({ sons, solution, historiqueVague1 }: Candidature): boolean {
  if (vagueOf(sons.valeur ?? '') !== 2) return false;
  return historiqueVague1.referencee.valeur === false || solution.pfiMutualisee.valeur === true;
}

/** True for one of wave 2 that wave 1 referenced. */
export function isOfVague1({ sons, solution, historiqueVague1 }: Candidature): boolean {
  if (vagueOf(sons.valeur ?? '') !== 2) return false;
  return historiqueVague1.referencee.valeur === true && solution.pfiMutualisee.valeur !== true;
}
