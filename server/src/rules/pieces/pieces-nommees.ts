import { LONGEST_KEPT, mentionsIn, type FileSummary, type Mention } from '../../dossier/summary';
import { hasAcceptedFormat } from './piece-format';

/**
 * The names of attachments that a file can be looked for under. A file of another kind has to become a PDF or a picture
 * first, and a name that the summary cut is no name of a file.
 */
export function piecesNommees(summary: FileSummary): Mention[] {
  return mentionsIn(summary, ['nom-fichier']).filter(
    ({ text }) => text.length < LONGEST_KEPT && hasAcceptedFormat(text),
  );
}
