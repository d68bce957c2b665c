import type { DeviationOf } from '../../formats/deviations';
import { isBlock } from '../../formats/shape';
import { partRule } from '../rule';
import { deviationsOf } from '../deviations-of';
import { insertAbsent } from './insert-absent';

/** J02: a tag that is not used stays in the file, as `null`. */
export const baliseManquante = partRule<DeviationOf<'absent'>>({
  code: 'balise-manquante',
  famille: 'structure',
  severity: 'error',
  inventaire: ['J02'],
  sources: ['S2'],
  detect: (part) => deviationsOf(part, 'absent').filter(({ tag }) => !isBlock(tag.shape)),
  where: ({ object }) => ({ start: object.start, end: object.start + 1 }),
  wording: ({ tag }) => ({ params: { balise: tag.name } }),
  fix: (absent, { fragment }) => [
    { kind: 'safe', edits: [insertAbsent(absent, fragment)], params: { balise: tag(absent) } },
  ],
});

const tag = (absent: DeviationOf<'absent'>): string => absent.tag.name;
