import { compact } from '../../dossier/compact';
import { passesLuhn } from '../../registry/luhn';
import { partRule } from '../rule';
import { textsOf, type WrittenText } from '../texts-of';

/** I05: the key of an RPPS. A hint at most: the number that the ASP gives as an example does not have it. */
export const rppsCle = partRule<WrittenText>({
  code: 'rpps-cle',
  famille: 'identifiants',
  severity: 'hint',
  inventaire: ['I05'],
  sources: ['G6', 'S2'],
  detect: (part) =>
    textsOf(part, 'rpps')
      .map(({ node, text }) => ({ node, text: compact(text) }))
      .filter(({ text }) => /^\d{11}$/.test(text) && !passesLuhn(text)),
  where: ({ node }) => node,
  wording: ({ text }) => ({ params: { numero: text } }),
});
