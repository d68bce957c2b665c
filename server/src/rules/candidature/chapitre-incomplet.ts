import type { Candidature } from '../../dossier/candidature/candidature';
import type { Chapitre, Preuve } from '../../dossier/candidature/parcours';
import type { Span } from '../../syntax/nodes';
import { candidatureRule } from '../rule';

interface Incomplete {
  readonly suffix: 'preuves' | 'a-completer' | 'pas-valide';
  readonly chapitre: Chapitre;
  readonly place: Span;
  readonly deposees: number;
}

/**
 * C03: a chapter is submitted once all its evidence is there, none is left to complete in a complete file, and all are
 * validated once the step is finished. Before, what is missing is work to do.
 */
export const chapitreIncomplet = candidatureRule<Incomplete>({
  code: 'chapitre-incomplet',
  famille: 'candidature',
  severity: 'warning',
  inventaire: ['C03'],
  sources: ['S0'],
  detect: (candidature) =>
    candidature.chapitres.elements.flatMap((chapitre) => incomplete(chapitre, candidature)),
  where: ({ place }) => place,
  wording: ({ suffix, chapitre: { nom, preuvesAttendues }, deposees }) => ({
    suffix,
    params: { chapitre: nom.valeur ?? '?', deposees, attendues: preuvesAttendues.valeur ?? '?' },
  }),
});

/** The state explains the count: at most one remark for each chapter. */
function incomplete(chapitre: Chapitre, candidature: Candidature): Incomplete[] {
  const { statut, preuves, preuvesAttendues } = chapitre;
  const deposees = preuves.elements.filter(mayBeFiled).length;
  const at = (suffix: Incomplete['suffix'], place: Span): Incomplete[] => [
    { suffix, chapitre, place, deposees },
  ];
  if (statut.valeur === undefined) return [];
  if (statut.valeur !== 'VALIDE' && isStepFinished(candidature)) return at('pas-valide', statut.place);
  if (statut.valeur === 'A_COMPLETER') {
    const isComplete = candidature.dateDossierComplet.valeur !== undefined;
    return isComplete ? at('a-completer', statut.place) : [];
  }
  // A list that is empty may be one that nobody keeps.
  const isTold = preuves.elements.length > 0 && !preuves.illisible;
  const isShort = isTold && deposees < (preuvesAttendues.valeur ?? 0);
  return isShort ? at('preuves', preuvesAttendues.place) : [];
}

function isStepFinished({ etapes }: Candidature): boolean {
  return etapes.some(({ role, statut }) => role === 'etape-preuves' && statut.valeur === 'TERMINEE');
}

/** False only for evidence that the manifest says is still to be given. */
function mayBeFiled({ fichier, dateDepot, statut }: Preuve): boolean {
  const isThere = [fichier, dateDepot].some(({ valeur, illisible }) => valeur !== undefined || illisible);
  return isThere || statut.valeur !== 'A_COMPLETER';
}
