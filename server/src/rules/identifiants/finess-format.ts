import { lacksZero, tidyFiness } from '../../dossier/finess';
import { FINESS_ROLES } from '../../formats/roles';
import { finessKeyHolds, isFiness } from '../../registry/finess';
import type { RuleFix } from '../rule';
import { partRule } from '../rule';
import { rewrite, textsOf, type WrittenText } from '../texts-of';

/** I01: nine characters, digits, of which the second may be a capital letter. */
export const finessFormat = partRule<WrittenText>({
  code: 'finess-format',
  famille: 'identifiants',
  severity: 'error',
  inventaire: ['I01'],
  sources: ['G1'],
  detect: (part) => textsOf(part, ...FINESS_ROLES).filter(({ text }) => !isFiness(text)),
  where: ({ node }) => node,
  wording: ({ text }) =>
    lacksZero(tidyFiness(text)) ? { suffix: 'zero', params: { numero: text } } : { params: { numero: text } },
  fix: (written) => {
    const tidy = tidyFiness(written.text);
    if (isFiness(tidy)) return [mended(written, tidy, 'safe')];
    const whole = `0${tidy}`;
    // Any other digit may have been lost: the key makes the zero likely, never sure.
    return lacksZero(tidy) && finessKeyHolds(whole) ? [mended(written, whole, 'unsafe')] : [];
  },
});

function mended(written: WrittenText, numero: string, kind: RuleFix['kind']): RuleFix {
  return { kind, edits: [rewrite(written, numero)], params: { numero } };
}
