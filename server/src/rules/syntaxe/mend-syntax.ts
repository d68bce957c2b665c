import type { Part } from '../../dossier/part';
import { unquoteWord } from '../../syntax/runs';
import { mendString } from '../../syntax/mend-string';
import type { SyntaxProblem, SyntaxProblemKind } from '../../syntax/nodes';
import type { FixKind } from '../finding';
import type { RuleFix } from '../rule';
import { closeBracket } from './close-bracket';
import { missingValue } from './missing-value';

type Mending = (problem: SyntaxProblem, part: Part) => readonly RuleFix[];

/** How each kind of malformed JSON is mended; those without one answer are left to the writer. */
const MENDINGS: Readonly<Partial<Record<SyntaxProblemKind, Mending>>> = {
  'virgule-manquante': (problem) => put('safe', problem, ','),
  'virgule-en-trop': (problem) => put('safe', problem, ''),
  'deux-points-manquant': (problem) => put('safe', problem, ':'),
  'deux-points-inattendu': (problem) => put('unsafe', problem, ''),
  'fermeture-inattendue': (problem) => put('unsafe', problem, ''),
  'cle-sans-guillemets': (problem, part) =>
    put('safe', problem, JSON.stringify(unquoteWord(written(problem, part)))),
  'echappement-invalide': (problem, part) => rewriteString('safe', problem, part),
  'caractere-interdit': (problem, part) => rewriteString('safe', problem, part),
  'guillemet-manquant': (problem, part) => rewriteString('unsafe', problem, part),
  'valeur-manquante': missingValue,
  'accolade-manquante': closeBracket,
  'crochet-manquant': closeBracket,
  'contenu-apres-fin': removeRest,
  commentaire: removeComment,
};

export function mendSyntax(problem: SyntaxProblem, part: Part): readonly RuleFix[] {
  return MENDINGS[problem.kind]?.(problem, part) ?? [];
}

/** Writes `text` where the missing sign goes, or in the place of what stands there. */
function put(kind: FixKind, { kind: suffix, start, end, at }: SyntaxProblem, text: string): RuleFix[] {
  return [{ kind, suffix, edits: [{ start: at ?? start, end: at ?? end, text }] }];
}

function written({ start, end }: SyntaxProblem, { fragment }: Part): string {
  return fragment.text.slice(start, end);
}

function rewriteString(kind: FixKind, problem: SyntaxProblem, part: Part): RuleFix[] {
  const { kind: suffix, start, end } = problem;
  return [{ kind, suffix, edits: [{ start, end, text: mendString(written(problem, part)) }] }];
}

function removeRest({ kind: suffix, end }: SyntaxProblem, { fragment: { root } }: Part): RuleFix[] {
  return root ? [{ kind: 'unsafe', suffix, edits: [{ start: root.end, end, text: '' }] }] : [];
}

/** The blanks before a comment that ends its line go with it; two tokens that it kept apart stay apart. */
function removeComment({ kind: suffix, start, end }: SyntaxProblem, { fragment: { text } }: Part): RuleFix[] {
  const endsLine = /^[ \t]*(?:[\r\n]|$)/.test(text.slice(end, end + 200));
  const blanks = endsLine ? blanksBefore(text, start) : 0;
  const apart = endsLine || /\s/.test(text.charAt(start - 1)) || /\s/.test(text.charAt(end)) ? '' : ' ';
  return [{ kind: 'unsafe', suffix, edits: [{ start: start - blanks, end, text: apart }] }];
}

function blanksBefore(text: string, at: number): number {
  let first = at;
  while (text.charAt(first - 1) === ' ' || text.charAt(first - 1) === '\t') first--;
  return at - first;
}
