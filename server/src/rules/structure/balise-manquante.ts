import type { DeviationOf } from '../../formats/deviations';
import { isBlock } from '../../formats/shape';
import { deviationsOf } from '../deviations-of';
import { partRule } from '../rule';
import { ownerSpan } from '../visible-span';
import { insertAbsent } from './insert-absent';

/** J02: a tag that is not used stays in the file, as `null`. */
export const baliseManquante = partRule<DeviationOf<'absent'>>({
  code: 'balise-manquante',
  famille: 'structure',
  severity: 'error',
  inventaire: ['J02'],
  sources: ['S2'],
  detect: (part) => deviationsOf(part, 'absent').filter(({ tag }) => !isBlock(tag.shape)),
  where: ({ object }) => ownerSpan(object),
  wording: ({ tag }) => ({
    params: { balise: tag.name },
    ...(tag.shape.nullable ? {} : { suffix: 'valeur' }),
  }),
  fix: (absent, { fragment }) => insertAbsent(absent, fragment),
});
