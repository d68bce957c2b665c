import { partRule } from '../rule';
import { textsOf, type WrittenText } from '../texts-of';
import { rename } from './rename';

/** P01: blanks may or may not be "special characters": the text does not say, so this is a warning. */
export const pieceNomEspace = partRule<WrittenText>({
  code: 'piece-nom-espace',
  famille: 'pieces',
  severity: 'warning',
  inventaire: ['P01', 'C16'],
  sources: ['S0'],
  detect: (part) => textsOf(part, 'nom-fichier').filter(({ text }) => /\s/.test(text)),
  where: ({ node }) => node,
  wording: ({ text }) => ({ params: { nom: text } }),
  fix: rename,
});
