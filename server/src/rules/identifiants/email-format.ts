import { partRule } from '../rule';
import { rewrite, textsOf, type WrittenText } from '../texts-of';

/** I06: one address, with a name before `@` and a domain that has a dot behind it. */
export const emailFormat = partRule<WrittenText>({
  code: 'email-format',
  famille: 'identifiants',
  severity: 'error',
  inventaire: ['I06'],
  sources: ['S2'],
  detect: (part) => textsOf(part, 'email').filter(({ text }) => !isEmail(text)),
  where: ({ node }) => node,
  wording: ({ text }) => ({ params: { email: text } }),
  fix: (written) => {
    const email = written.text
      .trim()
      .replace(/^mailto:/i, '')
      .trim();
    return isEmail(email) ? [{ kind: 'safe', edits: [rewrite(written, email)], params: { email } }] : [];
  },
});

function isEmail(text: string): boolean {
  const [name = '', domain = '', ...rest] = text.split('@');
  const labels = domain.split('.');
  return (
    rest.length === 0 &&
    name !== '' &&
    labels.length > 1 &&
    !labels.includes('') &&
    !/[\s,;:<>()[\]"\\]/.test(text)
  );
}
