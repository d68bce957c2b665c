import type { DeviationOf } from '../../formats/deviations';
import { isBlock, type Shape } from '../../formats/shape';
import { deviationsOf } from '../deviations-of';
import { partRule } from '../rule';
import { ownerSpan } from '../visible-span';
import { insertAbsent } from './insert-absent';

/** J01: a block that is not used stays in the file: `[]` for a list, `null` for an object that may be absent. */
export const blocManquant = partRule<DeviationOf<'absent'>>({
  code: 'bloc-manquant',
  famille: 'structure',
  severity: 'error',
  inventaire: ['J01'],
  sources: ['S2'],
  detect: (part) => deviationsOf(part, 'absent').filter(({ tag }) => isBlock(tag.shape)),
  where: ({ object }) => ownerSpan(object),
  wording: ({ tag }) => ({ suffix: kindOf(tag.shape), params: { bloc: tag.name } }),
  fix: (absent, { fragment }) => insertAbsent(absent, fragment),
});

function kindOf(shape: Shape): string {
  if (shape.kind === 'list') return 'liste';
  return shape.nullable ? 'objet' : 'obligatoire';
}
