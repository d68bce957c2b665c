import type { Candidature } from '../../dossier/candidature/candidature';
import type { PieceEnrolementType } from '../../dossier/candidature/vocabulaire';
import { vagueOf } from '../../regulation/sons';
import type { Span } from '../../syntax/nodes';
import { candidatureRule } from '../rule';
import { piecesAttendues } from './pieces-attendues';

interface Missing {
  readonly suffix: PieceEnrolementType | 'PSC';
  readonly place: Span;
}

/** C11: an enrolment that was filed comes with the papers of its case. */
export const pieceEnrolementManquante = candidatureRule<Missing>({
  code: 'piece-enrolement-manquante',
  famille: 'candidature',
  severity: 'error',
  inventaire: ['C11'],
  sources: ['S0', 'S2'],
  detect: (candidature) => {
    const { dateDepot, pieces } = candidature.enrolement;
    // Before it is filed, a paper that is not there yet is work to do.
    if (!dateDepot.valeur) return [];
    const isUnreadable = pieces.illisible || pieces.elements.some(({ type }) => type.illisible);
    const missing = isUnreadable
      ? []
      : piecesAttendues(candidature).flatMap((type) => missingPaper(candidature, type));
    return [...missing, ...missingNumber(candidature)];
  },
  where: ({ place }) => place,
  wording: ({ suffix }) => ({ suffix }),
});

/** One that is listed without a word on whether it was given is taken to be. */
function missingPaper({ enrolement: { pieces } }: Candidature, suffix: PieceEnrolementType): Missing[] {
  const listed = pieces.elements.filter(({ type }) => type.valeur === suffix);
  if (listed.some(({ fournie }) => fournie.valeur !== false)) return [];
  return [{ suffix, place: listed[0]?.fournie.place ?? pieces.place }];
}

/** The number of the Pro Santé Connect operator, which a definitive enrolment needs but in hospitals. */
function missingNumber({ sons, enrolement: { type, numeroPsc } }: Candidature): Missing[] {
  const name = sons.valeur ?? '';
  const isConcerned = vagueOf(name) === 2 && !name.startsWith('HOP-') && type.valeur === 'DEFINITIF';
  const isMissing = isConcerned && numeroPsc.valeur === undefined && !numeroPsc.illisible;
  return isMissing ? [{ suffix: 'PSC', place: numeroPsc.place }] : [];
}
