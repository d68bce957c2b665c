import type { Candidature } from '../../dossier/candidature/candidature';
import type { PieceEnrolement } from '../../dossier/candidature/enrolement';
import type { PieceEnrolementType } from '../../dossier/candidature/vocabulaire';
import { vagueOf } from '../../regulation/sons';
import type { Span } from '../../syntax/nodes';
import { candidatureRule } from '../rule';
import { addItems } from './add-items';
import { piecesAttendues } from './pieces-attendues';
import { writeChamp } from './write-champ';

interface Missing {
  readonly suffix: PieceEnrolementType | 'PSC';
  readonly place: Span;
  /** What the manifest says of it: that it was not supplied. */
  readonly listed: PieceEnrolement | undefined;
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
  fix: ({ suffix: piece, listed }, { enrolement: { pieces } }) => {
    // A number cannot be guessed.
    if (piece === 'PSC') return [];
    const edits = listed
      ? writeChamp(listed.fournie, 'true')
      : addItems(pieces, [{ 'type-piece-enrolement': piece, 'piece-fournie': true }]);
    return edits.length === 0 ? [] : [{ kind: 'unsafe', edits, params: { piece } }];
  },
});

/** One that is listed without a word on whether it was given is taken to be. */
function missingPaper({ enrolement: { pieces } }: Candidature, suffix: PieceEnrolementType): Missing[] {
  const listed = pieces.elements.filter(({ type }) => type.valeur === suffix);
  if (listed.some(({ fournie }) => fournie.valeur !== false)) return [];
  const [first] = listed;
  return [{ suffix, place: first?.fournie.place ?? pieces.place, listed: first }];
}

/** The number of the Pro Santé Connect operator, which a definitive enrolment needs but in hospitals. */
function missingNumber({ sons, enrolement: { type, numeroPsc } }: Candidature): Missing[] {
  const name = sons.valeur ?? '';
  const isConcerned = vagueOf(name) === 2 && !name.startsWith('HOP-') && type.valeur === 'DEFINITIF';
  const isMissing = isConcerned && numeroPsc.valeur === undefined && !numeroPsc.illisible;
  return isMissing ? [{ suffix: 'PSC', place: numeroPsc.place, listed: undefined }] : [];
}
