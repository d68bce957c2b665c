import { looksBinary } from './binary';
import type { Fragment, SyntaxProblem } from './nodes';
import type { ParseOptions } from './parse-options';
import { Parser } from './parser';

/** Never fails: any text gives a tree and the list of what had to be mended on the way. */
export function parseJson(text: string, options: ParseOptions = {}): Fragment {
  if (looksBinary(text)) {
    return unreadable(text, { kind: 'fichier-binaire', start: 0, end: Math.min(1, text.length) });
  }
  const parser = new Parser(text, options);
  const { root, problems, size } = parser.document();
  const hopeless = problems.find(({ kind }) => kind === 'imbrication' || kind === 'demesure');
  if (hopeless) return unreadable(text, hopeless, size);
  return {
    text,
    root,
    size,
    problems: parser.saidCut ? withoutLastGasp(problems, text.trimEnd().length) : problems,
  };
}

function unreadable(text: string, problem: SyntaxProblem, size = 1): Fragment {
  return { text, root: undefined, problems: [problem], size };
}

/** A text that is cut short lacks more than a bracket at its very end: the bracket is said, and that is enough. */
function withoutLastGasp(problems: readonly SyntaxProblem[], end: number): SyntaxProblem[] {
  return problems.filter(
    ({ at, kind }) => at !== end || kind === 'accolade-manquante' || kind === 'crochet-manquant',
  );
}
