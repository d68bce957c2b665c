import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis/analyse';
import type { Langue } from '../messages/catalogue';
import type { Edit } from '../syntax/edits';
import type { Span } from '../syntax/nodes';

/** What every feature answers from: a text, what is known of that very version of it, and the reader's language. */
export interface CheckedDocument {
  readonly document: TextDocument;
  readonly analysis: Analysis;
  readonly langue: Langue;
}

export function rangeOf(document: Pick<TextDocument, 'positionAt'>, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

export function textEditOf(document: TextDocument, edit: Edit): { range: Range; newText: string } {
  return { range: rangeOf(document, edit), newText: edit.text };
}
