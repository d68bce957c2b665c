import type { DeviationOf } from '../../formats/deviations';
import { deviationsOf } from '../deviations-of';
import { partRule } from '../rule';

/** J08: the simulator counts characters. What to leave out is for the writer to say. */
export const longueurDepassee = partRule<DeviationOf<'trop-long'>>({
  code: 'longueur-depassee',
  famille: 'structure',
  severity: 'error',
  inventaire: ['J08'],
  sources: ['S2'],
  detect: (part) => deviationsOf(part, 'trop-long'),
  where: ({ node }) => node,
  wording: ({ node, shape }) => ({
    params: { longueur: [...node.value].length, maximum: shape.maxLength ?? 0 },
  }),
});
