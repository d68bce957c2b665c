import type { DeviationOf } from '../../formats/deviations';
import { emptySkeleton } from '../../formats/skeleton';
import { indentAt, lineBreakOf, removeChild, replaceNode } from '../../syntax/edits';
import type { Fragment } from '../../syntax/nodes';
import { deviationsOf } from '../deviations-of';
import { partRule, type RuleFix } from '../rule';
import { needsChoice } from './insert-absent';

/** J05: "not concerned" has one spelling a place: `[]` for a list, `null` for the rest. */
export const videInvalide = partRule<DeviationOf<'vide'>>({
  code: 'vide-invalide',
  famille: 'structure',
  severity: 'error',
  inventaire: ['J05'],
  sources: ['S2'],
  detect: (part) => deviationsOf(part, 'vide'),
  where: ({ node }) => node,
  wording: (empty) => ({ suffix: expected(empty) }),
  // A whole request that is empty is one to fill in or one to take out: nobody but its author knows.
  fix: (empty, { kind, fragment }) =>
    kind === 'demande' && empty.node === fragment.root ? [] : mend(empty, fragment),
});

/** What the model wants in its place. */
function expected({ node, shape }: DeviationOf<'vide'>): 'liste' | 'null' | 'element' | 'bloc' | 'valeur' {
  if (shape.kind === 'list') return 'liste';
  if (shape.nullable) return 'null';
  if (node.parent?.kind === 'array') return 'element';
  return shape.kind === 'object' ? 'bloc' : 'valeur';
}

function mend(empty: DeviationOf<'vide'>, fragment: Fragment): RuleFix[] {
  const { node, shape } = empty;
  const suffix = expected(empty);
  if (suffix === 'element') return [{ kind: 'safe', suffix, edits: [removeChild(fragment, node)] }];
  if (needsChoice(shape)) return [];
  const eol = lineBreakOf(fragment.text) + indentAt(fragment.text, node.start);
  const value = emptySkeleton(shape);
  const edits = [replaceNode(node, value.replaceAll('\n', eol))];
  return [{ kind: 'safe', suffix: suffix === 'bloc' ? 'bloc' : 'valeur', edits, params: { valeur: value } }];
}
