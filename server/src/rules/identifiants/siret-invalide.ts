import { partRule } from '../rule';
import { textsOf, type WrittenText } from '../texts-of';
import { badNumber, isSiret, withoutSeparators } from './company-number';

/** I03: fourteen digits in a row with a key, La Poste's own included. */
export const siretInvalide = partRule<WrittenText>({
  code: 'siret-invalide',
  famille: 'identifiants',
  severity: 'error',
  inventaire: ['I03'],
  sources: ['G4'],
  detect: (part) => textsOf(part, 'siret').filter(({ text }) => !isSiret(text)),
  where: ({ node }) => node,
  wording: ({ text }) => badNumber(text, 14),
  fix: (written) => withoutSeparators(written, isSiret),
});
