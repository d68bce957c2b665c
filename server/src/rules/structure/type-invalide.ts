import type { DeviationOf } from '../../formats/deviations';
import { isListed, isTooLong } from '../../formats/shape';
import { replaceNode } from '../../syntax/edits';
import type { Fragment } from '../../syntax/nodes';
import { deviationsOf } from '../deviations-of';
import { partRule, type RuleFix } from '../rule';
import { visibleSpan } from '../visible-span';
import { claimOf } from '../wrong-type';

/** J08: a value of another type than the model's. Numbers and booleans in quotes have rules of their own. */
export const typeInvalide = partRule<DeviationOf<'type'>>({
  code: 'type-invalide',
  famille: 'structure',
  severity: 'error',
  inventaire: ['J08'],
  sources: ['S2'],
  detect: (part) => deviationsOf(part, 'type').filter((deviation) => claimOf(deviation) === 'type-invalide'),
  where: ({ node }) => visibleSpan(node),
  wording: ({ shape }) => ({ suffix: shape.kind === 'number' && shape.integer ? 'integer' : shape.kind }),
  fix: (deviation, { fragment }) => mend(deviation, fragment),
});

/** Quotes around an identifier, brackets around a lone item, or none around the only one: the datum stays. */
function mend({ node, shape }: DeviationOf<'type'>, { text }: Fragment): RuleFix[] {
  const written = text.slice(node.start, node.end);
  const safe = (suffix: string, replacement: string): RuleFix[] => [
    { kind: 'safe', suffix, edits: [replaceNode(node, replacement)] },
  ];
  if (shape.kind === 'string' && node.kind === 'number') {
    return isListed(shape, written) && !isTooLong(shape, written) ? safe('guillemets', `"${written}"`) : [];
  }
  if (shape.kind === 'list' && node.kind === shape.item.kind) return safe('liste', `[${written}]`);
  const [item] = node.kind === 'array' ? node.items : [];
  if (node.kind === 'array' && node.items.length === 1 && item?.kind === shape.kind) {
    return safe('element', text.slice(item.start, item.end));
  }
  return [];
}
