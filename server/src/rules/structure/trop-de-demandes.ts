import type { DeviationOf } from '../../formats/deviations';
import { deviationsOf } from '../deviations-of';
import { partRule } from '../rule';
import { visibleSpan } from '../visible-span';

/** J06: a file holds 200 requests at most; said on the first one too many. */
export const tropDeDemandes = partRule<DeviationOf<'trop'>>({
  code: 'trop-de-demandes',
  famille: 'structure',
  severity: 'error',
  inventaire: ['J06'],
  sources: ['S2'],
  detect: (part) => deviationsOf(part, 'trop').filter(({ shape }) => shape.role === 'demandes'),
  where: ({ node }) => visibleSpan(node),
  wording: ({ count, shape: { maxItems = 0 } }) => ({
    params: { nombre: count, maximum: maxItems, exces: count - maxItems },
  }),
});
