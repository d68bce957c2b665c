import { applyEdits, modify, parse, type JSONPath, type ParseError } from 'jsonc-parser';
import * as vscode from 'vscode';
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type BaseLanguageClient,
} from 'vscode-languageclient';
import { placeInSegur } from './place-in-segur';
import { words } from './words';

const LAYOUT = { insertSpaces: true, tabSize: 2 };

/**
 * Writes one value of a folder's `.segur/segur.json` and leaves the rest as it is; `undefined` takes it out. False when
 * the file could not be changed: the user has been told.
 */
export async function changeFolderSettings(
  client: BaseLanguageClient,
  folder: vscode.WorkspaceFolder,
  path: JSONPath,
  value: unknown,
): Promise<boolean> {
  const file = await placeInSegur(folder.uri, 'segur.json');
  if (!file) return false;
  const before = await textOf(file);
  const errors: ParseError[] = [];
  parse(before, errors);
  if (errors.length > 0) {
    await refuse(file);
    return false;
  }
  const edits = modify(before, path, value, { formattingOptions: LAYOUT });
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(applyEdits(before, edits)));
  await client.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri: file.toString(), type: FileChangeType.Changed }],
  });
  return true;
}

async function textOf(file: vscode.Uri): Promise<string> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file)) || '{}\n';
  } catch {
    return '{}\n';
  }
}

/** A settings file that cannot be read is left as it is: the user mends it first. */
async function refuse(file: vscode.Uri): Promise<void> {
  const open = words('ouvrir-reglages');
  const answer = await vscode.window.showErrorMessage(words('reglages-illisibles'), open);
  if (answer === open) await vscode.window.showTextDocument(file);
}
