import type { Candidature } from '../../dossier/candidature/candidature';
import type { PieceEnrolementType } from '../../dossier/candidature/vocabulaire';
import type { Span } from '../../syntax/nodes';
import { candidatureRule } from '../rule';

/** The SONS that a text names. */
const SONS = 'HOP-DPI-Va2';
const PAPERS: readonly PieceEnrolementType[] = ['CERTIFICAT_HDS', 'ATTESTATION_NON_HDS'];

/** C10: the enrolment of a DPI of wave 2 comes with the HDS certificate, or a sworn statement of non-hosting. */
export const hdsManquant = candidatureRule<Span>({
  code: 'hds-manquant',
  famille: 'candidature',
  severity: 'error',
  inventaire: ['C10'],
  sources: ['S0', 'S2'],
  detect: (candidature) => {
    const { sons, hds, enrolement } = candidature;
    const isDue = sons.valeur === SONS && enrolement.dateDepot.valeur !== undefined;
    const isTold = hds.situation.valeur !== undefined || hds.situation.illisible;
    return isDue && !isTold && !mayBeAmongPapers(candidature) ? [hds.situation.place] : [];
  },
  where: (place) => place,
  wording: () => ({}),
});

function mayBeAmongPapers({ enrolement: { type, pieces } }: Candidature): boolean {
  if (type.valeur === 'COMPLEMENTAIRE' || type.illisible || pieces.illisible) return true;
  return pieces.elements.some(
    (piece) =>
      piece.fournie.valeur !== false &&
      (piece.type.illisible || (piece.type.valeur !== undefined && PAPERS.includes(piece.type.valeur))),
  );
}
