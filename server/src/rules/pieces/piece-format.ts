import { partRule } from '../rule';
import { textsOf, type WrittenText } from '../texts-of';

const ACCEPTED = /\.(?:pdf|jpe?g|png)$/i;

/** Whether a name says that its file is of a kind that the portal takes. */
export function hasAcceptedFormat(name: string): boolean {
  return ACCEPTED.test(name.trim());
}

/** P01: attachments are PDF, JPEG or PNG files. */
export const pieceFormat = partRule<WrittenText>({
  code: 'piece-format',
  famille: 'pieces',
  severity: 'error',
  inventaire: ['P01'],
  sources: ['S0'],
  detect: (part) => textsOf(part, 'nom-fichier').filter(({ text }) => !hasAcceptedFormat(text)),
  where: ({ node }) => node,
  wording: ({ text }) => {
    const extension = /\.([^.\s]+)$/.exec(text.trim())?.[1];
    return extension === undefined
      ? { suffix: 'sans', params: { nom: text } }
      : { suffix: 'autre', params: { nom: text, extension } };
  },
});
