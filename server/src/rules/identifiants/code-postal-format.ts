import type { RuleFix } from '../rule';
import { partRule } from '../rule';
import { compact, rewrite, textsOf, type WrittenText } from '../texts-of';

const isPostalCode = (text: string): boolean => /^\d{5}$/.test(text);

/** I06: five digits. */
export const codePostalFormat = partRule<WrittenText>({
  code: 'code-postal-format',
  famille: 'identifiants',
  severity: 'error',
  inventaire: ['I06'],
  sources: ['S2'],
  detect: (part) => textsOf(part, 'code-postal').filter(({ text }) => !isPostalCode(text)),
  where: ({ node }) => node,
  wording: ({ text }) => {
    const params = { codePostal: text };
    return /^2[AB]/i.test(compact(text)) ? { suffix: 'corse', params } : { params };
  },
  fix: (written) => {
    const tidy = compact(written.text);
    if (isPostalCode(tidy)) return [mended(written, tidy, 'safe')];
    return /^[1-9]\d{3}$/.test(tidy) ? [mended(written, `0${tidy}`, 'unsafe')] : [];
  },
});

function mended(written: WrittenText, codePostal: string, kind: RuleFix['kind']): RuleFix {
  return { kind, edits: [rewrite(written, codePostal)], params: { codePostal } };
}
