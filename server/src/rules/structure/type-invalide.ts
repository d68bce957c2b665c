import type { DeviationOf } from '../../formats/deviations';
import { isListed, isTooLong } from '../../formats/shape';
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
  const { start, end } = node;
  const around = (suffix: string, open: string, close: string): RuleFix[] => {
    const edits = [
      { start, end: start, text: open },
      { start: end, end, text: close },
    ];
    return [{ kind: 'safe', suffix, edits }];
  };
  if ('closed' in node && !node.closed) return [];
  if (shape.kind === 'string' && node.kind === 'number') {
    const written = text.slice(start, end);
    return isListed(shape, written) && !isTooLong(shape, written) ? around('guillemets', '"', '"') : [];
  }
  if (shape.kind === 'list' && node.kind === shape.item.kind) return around('liste', '[', ']');
  const [item] = node.kind === 'array' ? node.items : [];
  if (node.kind !== 'array' || node.items.length !== 1 || item?.kind !== shape.kind) return [];
  const edits = [
    { start, end: item.start, text: '' },
    { start: item.end, end, text: '' },
  ];
  return [{ kind: 'safe', suffix: 'element', edits }];
}
