import { compact } from '../../dossier/compact';
import { partRule } from '../rule';
import { rewrite, textsOf, type WrittenText } from '../texts-of';

const isRpps = (text: string): boolean => /^\d{11}$/.test(text);

/** I04: eleven digits in a row. */
export const rppsFormat = partRule<WrittenText>({
  code: 'rpps-format',
  famille: 'identifiants',
  severity: 'error',
  inventaire: ['I04'],
  sources: ['W21', 'S2'],
  detect: (part) => textsOf(part, 'rpps').filter(({ text }) => !isRpps(text)),
  where: ({ node }) => node,
  wording: ({ text }) => ({ params: { numero: text } }),
  fix: (written) => {
    const numero = compact(written.text);
    return isRpps(numero) ? [{ kind: 'safe', edits: [rewrite(written, numero)], params: { numero } }] : [];
  },
});
