import { partRule } from '../rule';
import { rewrite, textsOf, type WrittenText } from '../texts-of';
import { isPhone, readPhone } from './read-phone';

/** I06: `+33` and nine digits, as in the deck's example. */
export const telephoneFormat = partRule<WrittenText>({
  code: 'telephone-format',
  famille: 'identifiants',
  severity: 'error',
  inventaire: ['I06'],
  sources: ['S2'],
  detect: (part) => textsOf(part, 'telephone').filter(({ text }) => !isPhone(text)),
  where: ({ node }) => node,
  wording: ({ text }) => ({ params: { telephone: text } }),
  fix: (written) => {
    const read = readPhone(written.text);
    if (!read) return [];
    const params = { telephone: read.number };
    return [{ kind: read.sure ? 'safe' : 'unsafe', edits: [rewrite(written, read.number)], params }];
  },
});
