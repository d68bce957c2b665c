import { looksBinary } from './binary';
import type { Fragment, HoleNode, SyntaxProblem, SyntaxProblemKind } from './nodes';
import { MOST_VALUES, type ParseOptions } from './parse-options';
import { Parser } from './parser';
import { readStrict } from './strict';

/** A tree, and where its requests stand. */
export interface ParsedText extends Fragment {
  readonly requests: readonly HoleNode[];
}

/** Never fails: any text gives a tree and the list of what had to be mended on the way. */
export function parseJson(text: string, options: ParseOptions = {}): Fragment {
  const strict = options.isRequest ? undefined : readStrict(text, options.most ?? MOST_VALUES);
  // JSON holds none of what makes a text look binary but that letter.
  if (strict && !(text.includes('\uFFFD') && looksBinary(text))) return strict;
  const { root, problems, size } = parseText(text, options);
  return { text, root, problems, size };
}

/** Like {@link parseJson}, for a text that holds requests. */
export function parseText(text: string, options: ParseOptions): ParsedText {
  if (looksBinary(text)) {
    return unreadable(text, { kind: 'fichier-binaire', start: 0, end: Math.min(1, text.length) });
  }
  const plain = read(text, options);
  if (!plain.problems.some(({ kind }) => UNPAIRED.has(kind))) return plain;
  const byLayout = read(text, { ...options, byLayout: true });
  return byLayout.problems.length <= plain.problems.length ? byLayout : plain;
}

/** What shows that brackets do not pair up. */
const UNPAIRED: ReadonlySet<SyntaxProblemKind> = new Set([
  'accolade-manquante',
  'fermeture-inattendue',
  'contenu-apres-fin',
  'cle-attendue',
]);

function read(text: string, options: ParseOptions): ParsedText {
  const parser = new Parser(text, options);
  const root = parser.document();
  const { problems, size } = parser.reader;
  const hopeless = problems.find(({ kind }) => kind === 'imbrication' || kind === 'demesure');
  if (hopeless) return unreadable(text, hopeless, size);
  const said = parser.saidCut ? withoutLastGasp(problems, text.trimEnd().length) : problems;
  return { text, root, size, problems: said, requests: parser.requests };
}

function unreadable(text: string, problem: SyntaxProblem, size = 1): ParsedText {
  return { text, root: undefined, problems: [problem], size, requests: [] };
}

/** A text that is cut short lacks more than a bracket at its very end: the bracket is said, and that is enough. */
function withoutLastGasp(problems: readonly SyntaxProblem[], end: number): SyntaxProblem[] {
  return problems.filter(
    ({ at, kind }) => at !== end || kind === 'accolade-manquante' || kind === 'crochet-manquant',
  );
}
