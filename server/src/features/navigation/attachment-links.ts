import type { DocumentLink } from 'vscode-languageserver-types';
import { requestCount, mentionsAt, type FileSummary, type Mention } from '../../dossier/summary';
import { rangeOf, type CheckedDocument } from '../document';

/** Links from the names of attachments to the files that exist: `filesByName` gives the URI of each. */
export function attachmentLinks(
  { document }: Pick<CheckedDocument, 'document'>,
  summary: FileSummary,
  filesByName: ReadonlyMap<string, string>,
): DocumentLink[] {
  return attachmentsIn(summary).flatMap(({ text, start, end }) => {
    const target = filesByName.get(text);
    const quotes = document.getText()[start] === '"' ? 1 : 0;
    return target === undefined
      ? []
      : [{ range: rangeOf(document, { start: start + quotes, end: end - quotes }), target }];
  });
}

/** Every name of an attachment in a file. */
export function attachmentsIn(summary: FileSummary): Mention[] {
  const ranks = Array.from({ length: requestCount(summary) }, (_, rang) => rang);
  return ranks.flatMap((rang) => mentionsAt(summary, rang, ['nom-fichier']));
}
