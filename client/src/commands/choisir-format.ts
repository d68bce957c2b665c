import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { FORMATS, type FormatLabel } from '../../../server/src/lsp/protocol';
import type { FileChoices } from '../choices';
import { words } from '../words';

const IGNORED = 'ignorer';

interface Choice extends vscode.QuickPickItem {
  readonly choice: string | undefined;
}

/** Asks how a file is to be read, and remembers the answer. */
export async function traiterComme(
  client: BaseLanguageClient,
  choices: FileChoices,
  uri: vscode.Uri | undefined,
): Promise<void> {
  const file = uri ?? fileAtHand();
  if (!file) return;
  const formats = await client.sendRequest<FormatLabel[]>(FORMATS);
  const picked = await vscode.window.showQuickPick<Choice>(
    [
      { label: words('format.automatique'), choice: undefined },
      ...formats.map(({ id, libelle }) => ({ label: libelle, description: id, choice: id })),
      { label: words('format.aucun'), choice: IGNORED },
    ],
    { placeHolder: words('format.lequel', { fichier: nameOf(file) }), matchOnDescription: true },
  );
  if (picked) await choices.set(file, picked.choice);
}

/** Leaves a file alone from now on. */
export async function nePasVerifier(choices: FileChoices, uri: vscode.Uri | undefined): Promise<void> {
  const file = uri ?? fileAtHand();
  if (!file || !(await choices.set(file, IGNORED))) return;
  const undo = words('annuler');
  const answer = await vscode.window.showInformationMessage(
    words('non-verifie', { fichier: nameOf(file) }),
    undo,
  );
  if (answer === undo) await choices.set(file, undefined);
}

function fileAtHand(): vscode.Uri | undefined {
  const uri = vscode.window.activeTextEditor?.document.uri;
  if (!uri) void vscode.window.showInformationMessage(words('aucun-fichier'));
  return uri;
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
