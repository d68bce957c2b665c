import type { SyntaxProblem } from '../../syntax/nodes';
import { partRule } from '../rule';
import { mendSyntax } from './mend-syntax';
import { writesWhatWasRead } from './writes-what-was-read';

interface Malformed {
  readonly problem: SyntaxProblem;
  readonly extrait: string;
}

/** Longest part of the text that a message repeats. */
const EXCERPT = 40;

/** J08: what is no JSON cannot be deposited. Bad words in the place of a value are for `litteral-invalide`. */
export const jsonSyntaxe = partRule<Malformed>({
  code: 'json-syntaxe',
  famille: 'syntaxe',
  severity: 'error',
  inventaire: ['J08'],
  sources: ['S2'],
  alsoBuiltinJson: true,
  detect: ({ fragment }) =>
    fragment.problems.map((problem) => ({
      problem,
      extrait: fragment.text.slice(problem.start, Math.min(problem.end, problem.start + EXCERPT)),
    })),
  where: ({ problem }) => problem,
  wording: ({ problem, extrait }) => ({ suffix: problem.kind, params: { extrait } }),
  fix: ({ problem }, part) => mendSyntax(problem, part).filter(({ edits }) => writesWhatWasRead(part, edits)),
});
