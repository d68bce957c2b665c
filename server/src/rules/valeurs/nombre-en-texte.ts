import { replaceNode } from '../../syntax/edits';
import { deviationsOf } from '../deviations-of';
import { partRule } from '../rule';
import { numberInQuotes, type MisreadNumber } from './misread-number';

/** J09: where a number is due, it stands without quotes. */
export const nombreEnTexte = partRule<MisreadNumber>({
  code: 'nombre-en-texte',
  famille: 'valeurs',
  severity: 'error',
  inventaire: ['J09'],
  sources: ['S2'],
  detect: (part) => deviationsOf(part, 'type').flatMap((deviation) => numberInQuotes(deviation) ?? []),
  where: ({ node }) => node,
  wording: ({ raw, number }) => ({ params: { ecrit: raw, nombre: number } }),
  fix: ({ node, number }) => [
    { kind: 'safe', edits: [replaceNode(node, number)], params: { nombre: number } },
  ],
});
