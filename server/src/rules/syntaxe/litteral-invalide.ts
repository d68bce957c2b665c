import type { DeviationOf } from '../../formats/deviations';
import { replaceNode } from '../../syntax/edits';
import { deviationsOf } from '../deviations-of';
import { partRule } from '../rule';
import { numberWithComma } from '../valeurs/misread-number';
import { readLiteral, wordMeaning } from './read-literal';

/** J02, J03: `null`, `true` and `false` have one spelling, and every other word stands in quotes. */
export const litteralInvalide = partRule<DeviationOf<'litteral'>>({
  code: 'litteral-invalide',
  famille: 'syntaxe',
  severity: 'error',
  inventaire: ['J02', 'J03'],
  sources: ['S2'],
  detect: (part) =>
    deviationsOf(part, 'litteral').filter((deviation) => numberWithComma(deviation) === undefined),
  where: ({ node }) => node,
  wording: (deviation) => ({
    suffix: suffixOf(deviation),
    params: { ecrit: deviation.node.raw.slice(0, 80) },
  }),
  fix: (deviation) => {
    const reading = readLiteral(deviation);
    if (!reading) return [];
    const { kind, value } = reading;
    return [{ kind, edits: [replaceNode(deviation.node, value)], params: { valeur: value } }];
  },
});

/** What is wrong with the word, as the place where it stands makes one see it. */
function suffixOf(deviation: DeviationOf<'litteral'>): string {
  const { kind } = wordMeaning(deviation);
  const wanted = deviation.shape?.kind;
  if (kind === 'nul') return 'nul';
  if (wanted === 'boolean' || (kind === 'booleen' && wanted !== 'string')) return 'booleen';
  return wanted === 'number' ? 'nombre' : 'texte';
}
