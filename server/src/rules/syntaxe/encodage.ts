import { textOf, type Part } from '../../dossier/part';
import { unspoil } from '../../formats/mojibake';
import { plain } from '../../formats/near-tag';
import { replaceNode } from '../../syntax/edits';
import type { Span } from '../../syntax/nodes';
import { textsIn, type TextInTree } from '../../syntax/walk';
import { deviationsOf } from '../deviations-of';
import { partRule, type RuleFix } from '../rule';

interface Spoilt {
  readonly span: Span;
  readonly slip: 'marque' | 'lettres' | 'perdu';
  /** What stands there, or stood there once. */
  readonly text: string;
  readonly mended: string | undefined;
  /** How many marks stand at the start. */
  readonly marks?: number;
  /** A key that its object has twice: mending one of them would leave the other without a meaning. */
  readonly isTwice?: boolean;
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
  fix: ({ slip, span, marks = 0, text, mended, isTwice }): RuleFix[] => {
    if (slip === 'marque') {
      return [{ kind: 'safe', suffix: slip, edits: [{ start: 0, end: marks, text: '' }] }];
    }
    if (mended === undefined || isTwice) return [];
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

/** The mark itself cannot be seen: the first character, if there is one, is underlined with it. */
function mark({ kind, fragment }: Part): Spoilt[] {
  // A mark stands before everything else; asking for the text of an envelope puts megabytes together.
  const isPossible = kind !== 'demande' && fragment.root?.start !== 0;
  const marks = isPossible ? (MARKS.exec(fragment.text)?.[0].length ?? 0) : 0;
  if (marks === 0) return [];
  const span = { start: 0, end: Math.min(marks + 1, fragment.text.length) };
  return [{ span, slip: 'marque', text: '', mended: undefined, marks }];
}

function letters(part: Part): Spoilt[] {
  const known = new Map(
    deviationsOf(part, 'inconnu').map(({ property, near }) => [property.key.start, near]),
  );
  const doubled = deviationsOf(part, 'doublon').flatMap(({ first, second }) => [first, second]);
  const twice = new Set(doubled.map(({ key }) => key.start));
  return [...textsIn(part.fragment.root), ...wordsIn(part)].flatMap(({ start, end, text }): Spoilt[] => {
    const span = { start, end };
    const near = known.get(start);
    const mended = near?.slip === 'encodage' ? near.name : unspoil(text);
    if (mended !== undefined) return [{ span, slip: 'lettres', text, mended, isTwice: twice.has(start) }];
    return text.includes('\uFFFD') ? [{ span, slip: 'perdu', text, mended }] : [];
  });
}

/** Texts that lack their quotes: another rule gives them, and uncovers nothing by that. */
function wordsIn(part: Part): TextInTree[] {
  return deviationsOf(part, 'litteral').flatMap(({ node }) => {
    const text = textOf(node);
    return text === undefined ? [] : [{ start: node.start, end: node.end, text }];
  });
}
