import { compact } from '../../dossier/compact';
import type { RuleFix } from '../rule';
import { partRule } from '../rule';
import { rewrite, textsOf, type WrittenText } from '../texts-of';

/** Four digits: what a spreadsheet leaves of `06000`. */
const LACKS_ZERO = /^[1-9]\d{3}$/;

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
    const suffix = suffixOf(compact(text));
    return { ...(suffix && { suffix }), params: { codePostal: text } };
  },
  fix: (written) => {
    const tidy = compact(written.text);
    if (isPostalCode(tidy)) return [mended(written, tidy, 'safe')];
    return LACKS_ZERO.test(tidy) ? [mended(written, `0${tidy}`, 'unsafe')] : [];
  },
});

function suffixOf(tidy: string): string | undefined {
  if (LACKS_ZERO.test(tidy)) return 'zero';
  return /^2[AB]/i.test(tidy) ? 'corse' : undefined;
}

function mended(written: WrittenText, codePostal: string, kind: RuleFix['kind']): RuleFix {
  return { kind, edits: [rewrite(written, codePostal)], params: { codePostal } };
}
