import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { MONTANTS_TABLE, type MontantsTable, type MontantsTableDe } from '../../../server/src/lsp/protocol';
import { words } from '../words';

/** Asks where, and writes these requests of a file there, for a spreadsheet. */
export async function exportMontants(
  client: BaseLanguageClient,
  uri: string | null,
  rangs: readonly number[],
): Promise<void> {
  const table = await tableOf(client, { uri, rangs, forme: 'csv' });
  if (!table) return;
  const file = await vscode.window.showSaveDialog({
    defaultUri: proposed(),
    filters: { [words('montants.filtre')]: ['csv'] },
  });
  if (!file) return;
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(table.texte));
  const fichier = file.path.slice(file.path.lastIndexOf('/') + 1);
  void vscode.window.showInformationMessage(
    words('montants.enregistre', { fichier, demandes: table.demandes }),
  );
}

/** Puts these requests of a file on the clipboard, as cells. */
export async function copyMontants(
  client: BaseLanguageClient,
  uri: string | null,
  rangs: readonly number[],
): Promise<void> {
  const table = await tableOf(client, { uri, rangs, forme: 'cellules' });
  if (!table) return;
  await vscode.env.clipboard.writeText(table.texte);
  void vscode.window.showInformationMessage(words('montants.copie', { demandes: table.demandes }));
}

async function tableOf(
  client: BaseLanguageClient,
  wanted: MontantsTableDe,
): Promise<MontantsTable | undefined> {
  const table = await client.sendRequest<MontantsTable>(MONTANTS_TABLE, wanted);
  if (table.demandes > 0) return table;
  void vscode.window.showInformationMessage(words('montants.rien'));
  return undefined;
}

function proposed(): vscode.Uri {
  const name = `${words('montants.nom')}.csv`;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return folder ? vscode.Uri.joinPath(folder, name) : vscode.Uri.file(`/${name}`);
}
