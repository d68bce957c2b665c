import { replaceNode } from '../../syntax/edits';
import { deviationsOf } from '../deviations-of';
import { partRule } from '../rule';
import { numberWithComma, type MisreadNumber } from './misread-number';

/** J09: a JSON number has a decimal point; `300,00` is no number, `"300,00"` is a text. */
export const virguleDecimale = partRule<MisreadNumber>({
  code: 'virgule-decimale',
  famille: 'valeurs',
  severity: 'error',
  inventaire: ['J09'],
  sources: ['S2'],
  detect: (part) =>
    [...deviationsOf(part, 'litteral'), ...deviationsOf(part, 'type')].flatMap(
      (deviation) => numberWithComma(deviation) ?? [],
    ),
  where: ({ node }) => node,
  wording: ({ raw, number }) => ({ params: { ecrit: raw, nombre: number } }),
  fix: ({ node, number }) => [
    { kind: 'safe', edits: [replaceNode(node, number)], params: { nombre: number } },
  ],
});
