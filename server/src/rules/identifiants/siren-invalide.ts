import { partRule } from '../rule';
import { textsOf, type WrittenText } from '../texts-of';
import { badNumber, isSiren, withoutSeparators } from './company-number';

/** I03: nine digits in a row, the last of which is a key. */
export const sirenInvalide = partRule<WrittenText>({
  code: 'siren-invalide',
  famille: 'identifiants',
  severity: 'error',
  inventaire: ['I03'],
  sources: ['G4', 'S2'],
  detect: (part) => textsOf(part, 'siren').filter(({ text }) => !isSiren(text)),
  where: ({ node }) => node,
  wording: ({ text }) => badNumber(text, 9),
  fix: (written) => withoutSeparators(written, isSiren),
});
