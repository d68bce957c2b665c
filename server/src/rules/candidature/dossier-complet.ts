import type { Candidature } from '../../dossier/candidature/candidature';
import { isDoubtful } from '../calendrier/cited';
import type { DossierCircumstances } from '../circumstances';
import { dateLimite, isOver } from './date-limite';

/** Why the evidence has to be there: `declare` where the manifest says that the file is complete, else date 2 is past. */
export type Exigible = 'declare' | 'date-2' | 'date-2-a-confirmer';

/** Whether the complete evidence file is due by now; undefined while it is not, or where nobody can tell. */
export function dossierExigible(
  candidature: Candidature,
  circumstances: DossierCircumstances,
): Exigible | undefined {
  if (isDeclaredComplete(candidature)) return 'declare';
  const limite = dateLimite(candidature, 'date-2', circumstances);
  if (!isOver(limite, circumstances.now)) return undefined;
  return isDoubtful(limite.held) ? 'date-2-a-confirmer' : 'date-2';
}

/** True where the manifest says that the evidence file is complete, or over. */
export function isDeclaredComplete({ etapes, dateDossierComplet }: Candidature): boolean {
  return (
    dateDossierComplet.valeur !== undefined ||
    etapes.some(({ role, statut }) => role === 'etape-preuves' && statut.valeur === 'TERMINEE')
  );
}

/** True where the manifest says that the solution is referenced: its agreement is signed, or its decision dated. */
export function isReferenced({ etapes, solution }: Candidature): boolean {
  return (
    solution.dateReferencement.valeur !== undefined ||
    etapes.some(({ role, statut }) => role === 'etape-convention' && statut.valeur === 'TERMINEE')
  );
}
