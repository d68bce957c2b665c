import type { Homologation } from '../../dossier/candidature/securite';
import { candidatureRule } from '../rule';
import { dossierExigible, isReferenced, type Exigible } from './dossier-complet';

interface Behind {
  readonly homologation: Homologation;
  readonly exigible: Exigible;
}

/** C08: at date 2, each homologation is obtained, or at least in pre-examination. */
export const cndaStatut = candidatureRule<Behind>({
  code: 'cnda-statut',
  famille: 'candidature',
  severity: 'error',
  inventaire: ['C08'],
  sources: ['S0', 'W25', 'W34'],
  detect: (candidature, circumstances) => {
    const exigible = dossierExigible(candidature, circumstances);
    // Of a referenced solution, `cnda-homologation-manquante` asks for more.
    if (exigible === undefined || isReferenced(candidature)) return [];
    return candidature.homologations.elements
      .filter((homologation) => isBehind(homologation, exigible))
      .map((homologation) => ({ homologation, exigible }));
  },
  where: ({ homologation }) => homologation.statut.place,
  doubtful: ({ exigible }) => exigible === 'date-2-a-confirmer',
  wording: ({ homologation, exigible }) => ({
    suffix: homologation.statut.valeur === undefined ? 'inconnu' : exigible,
    params: { nom: homologation.nom.valeur ?? '?' },
  }),
});

/** A third party's module has its own homologation. A state that is not told is missing once date 2 is past. */
function isBehind({ statut, moduleTiers, dateObtention }: Homologation, exigible: Exigible): boolean {
  if (moduleTiers.valeur === true || dateObtention.valeur !== undefined || statut.illisible) return false;
  return statut.valeur === 'INITIALISATION' || (statut.valeur === undefined && exigible !== 'declare');
}
