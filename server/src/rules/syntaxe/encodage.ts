import type { Part } from '../../dossier/part';
import { unspoil } from '../../formats/mojibake';
import { plain } from '../../formats/near-tag';
import { replaceNode } from '../../syntax/edits';
import type { Span } from '../../syntax/nodes';
import { textsIn } from '../../syntax/walk';
import { deviationsOf } from '../deviations-of';
import { partRule, type RuleFix } from '../rule';

interface Spoilt {
  readonly span: Span;
  readonly slip: 'marque' | 'lettres' | 'perdu';
  /** What stands there, or stood there once. */
  readonly text: string;
  readonly mended: string | undefined;
}

const MARKS = /^\uFEFF*/;
const SUSPECT = /[\uFFFDÂÃÅâ]/;

/** J12: the file is UTF-8, without a byte order mark, and has not been read as something else on its way. */
export const encodage = partRule<Spoilt>({
  code: 'encodage',
  famille: 'syntaxe',
  severity: 'warning',
  inventaire: ['J12'],
  sources: ['S2'],
  detect: (part) => [...mark(part), ...(mayBeSpoilt(part) ? letters(part) : [])],
  where: ({ span }) => span,
  wording: ({ slip, text, mended }) => ({ suffix: slip, params: { ecrit: text, texte: mended ?? '' } }),
  fix: ({ slip, span, text, mended }): RuleFix[] => {
    if (slip === 'marque') {
      return [{ kind: 'safe', suffix: slip, edits: [{ ...span, end: span.end - 1, text: '' }] }];
    }
    if (mended === undefined) return [];
    const edits = [replaceNode(span, JSON.stringify(mended))];
    // A letter that differs beyond its encoding makes it a guess.
    const kind = plain(unspoil(text) ?? mended) === plain(mended) ? 'safe' : 'unsafe';
    return [{ kind, suffix: 'lettres', edits, params: { texte: mended } }];
  },
});

/** A quick look at a request's text; an envelope has few texts of its own, in a text of megabytes. */
function mayBeSpoilt({ kind, fragment }: Part): boolean {
  return kind === 'enveloppe' || SUSPECT.test(fragment.text);
}

/** The mark itself cannot be seen: the first character is underlined with it. */
function mark({ kind, fragment }: Part): Spoilt[] {
  // A mark stands before everything else; asking for the text of an envelope puts megabytes together.
  const isPossible = kind !== 'demande' && fragment.root?.start !== 0;
  const length = isPossible ? (MARKS.exec(fragment.text)?.[0].length ?? 0) : 0;
  return length === 0
    ? []
    : [{ span: { start: 0, end: length + 1 }, slip: 'marque', text: '', mended: undefined }];
}

function letters(part: Part): Spoilt[] {
  const known = new Map(
    deviationsOf(part, 'inconnu').map(({ property, near }) => [property.key.start, near]),
  );
  return [...textsIn(part.fragment.root)].flatMap(({ start, end, text }): Spoilt[] => {
    const span = { start, end };
    const near = known.get(start);
    const mended = near?.slip === 'encodage' ? near.name : unspoil(text);
    if (mended !== undefined) return [{ span, slip: 'lettres', text, mended }];
    return text.includes('\uFFFD') ? [{ span, slip: 'perdu', text, mended }] : [];
  });
}
