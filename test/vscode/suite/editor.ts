import * as vscode from 'vscode';
import { until } from './until';

/** Opens a text as a new, unsaved document and shows it. */
export async function openText(content: string, language: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language, content });
  await vscode.window.showTextDocument(document);
  return document;
}

/** The codes of our findings on a document, in its order. */
export function codesOf(document: vscode.TextDocument): unknown[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'segur')
    .toSorted((a, b) => a.range.start.compareTo(b.range.start))
    .map(codeOf);
}

/** The code of a finding, whether it has a page or not. */
export function codeOf({ code }: vscode.Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}

/** Waits until the document has exactly these findings. */
export async function untilCodes(document: vscode.TextDocument, expected: readonly string[]): Promise<void> {
  await until(`${document.uri.toString()} has [${expected.join(', ')}]`, () => {
    const codes = codesOf(document);
    if (codes.join() === expected.join()) return true;
    throw new Error(`it has [${codes.join(', ')}]`);
  });
}

/** The position of the first `needle`, moved by `shift` characters. */
export function positionOf(document: vscode.TextDocument, needle: string, shift = 0): vscode.Position {
  return document.positionAt(document.getText().indexOf(needle) + shift);
}

/** Replaces the first `before` as one edit of the user. */
export async function replace(document: vscode.TextDocument, before: string, after: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const start = positionOf(document, before);
  edit.replace(
    document.uri,
    new vscode.Range(start, document.positionAt(document.offsetAt(start) + before.length)),
    after,
  );
  await vscode.workspace.applyEdit(edit);
}
