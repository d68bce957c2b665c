import * as vscode from 'vscode';

/** The editor in view that shows a file. */
export function editorOf(file: vscode.Uri | undefined): vscode.TextEditor | undefined {
  const { visibleTextEditors } = vscode.window;
  return visibleTextEditors.find(({ document }) => document.uri.toString() === file?.toString());
}

/** Selects a place of a document, given by its offsets, where the document is shown already or in the first column. */
export async function selectPlace(
  document: vscode.TextDocument,
  place: { readonly start: number; readonly end: number },
  reveal: vscode.TextEditorRevealType,
): Promise<void> {
  const [start, end] = [document.positionAt(place.start), document.positionAt(place.end)];
  const viewColumn = editorOf(document.uri)?.viewColumn ?? vscode.ViewColumn.One;
  const editor = await vscode.window.showTextDocument(document, { viewColumn });
  // The cursor stands at the beginning, where one reads on.
  editor.selection = new vscode.Selection(end, start);
  editor.revealRange(new vscode.Range(start, end), reveal);
}
