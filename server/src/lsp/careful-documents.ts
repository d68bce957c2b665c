import type { TextDocumentsConfiguration } from 'vscode-languageserver';
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';

/** Documents that survive a change outside of their text: without this, all their lines are miscounted from then on. */
export const CAREFUL_DOCUMENTS: TextDocumentsConfiguration<TextDocument> = {
  create: (uri, languageId, version, text) => TextDocument.create(uri, languageId, version, text),
  update: (document, changes, version) => {
    // One after the other: each range counts in the text that the change before has made.
    for (const change of changes) TextDocument.update(document, [inside(document, change)], version);
    return TextDocument.update(document, [], version);
  },
};

/** The same change, its places brought back into the text. */
function inside(
  document: TextDocument,
  change: TextDocumentContentChangeEvent,
): TextDocumentContentChangeEvent {
  if (!('range' in change)) return change;
  const [start, end] = [change.range.start, change.range.end].map((place) =>
    document.positionAt(document.offsetAt(place)),
  );
  return start && end ? { range: { start, end }, text: change.text } : change;
}
