import type { DocumentLink } from 'vscode-languageserver-types';
import { mentionsIn, type FileSummary, type Mention } from '../../dossier/summary';
import { rangeOf, type CheckedDocument } from '../document';

/** Links from the names of attachments to the files that exist: `targetOf` gives the URI of the file of a name. */
export function attachmentLinks(
  { document }: Pick<CheckedDocument, 'document'>,
  summary: FileSummary,
  targetOf: (nom: string) => string | undefined,
): DocumentLink[] {
  return attachmentsIn(summary).flatMap(({ text, start, end }) => {
    const target = targetOf(text);
    const quotes = document.getText()[start] === '"' ? 1 : 0;
    return target === undefined
      ? []
      : [{ range: rangeOf(document, { start: start + quotes, end: end - quotes }), target }];
  });
}

/** Every name of an attachment in a file. */
export function attachmentsIn(summary: FileSummary): Mention[] {
  return mentionsIn(summary, ['nom-fichier']);
}
