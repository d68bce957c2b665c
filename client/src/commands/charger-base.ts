import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  ESSAYER_BASE,
  PROPOSER_BASE,
  type EssaiDeBase,
  type FichierDeBase,
  type PropositionDeBase,
} from '../../../server/src/lsp/protocol';
import { withoutLinks } from '../../../server/src/messages/without-links';
import { confirmColumns } from '../base/confirm-columns';
import type { BaseReports } from '../base/reports';
import { changeFolderSettings } from '../folder-settings';
import { words } from '../words';

/** Asks for the file of the base and for what its columns are, reads it, remembers both, and tells what became of it. */
export async function chargerBase(
  client: BaseLanguageClient,
  reports: BaseReports,
  given: unknown,
): Promise<void> {
  const uri = given instanceof vscode.Uri ? given : await askFile();
  if (!uri) return;
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const file: FichierDeBase = { uri: client.code2ProtocolConverter.asUri(uri) };
  const proposal = await waitFor<PropositionDeBase>(client, PROPOSER_BASE, file);
  if (!proposal) return;
  if (proposal.etat === 'refus') {
    void vscode.window.showErrorMessage(withoutLinks(proposal.message));
    return;
  }
  const colonnes = await confirmColumns(name, proposal);
  if (!colonnes) return;
  const { feuille } = proposal;
  const read = { ...file, ...(feuille !== null && { feuille }), colonnes };
  const report = await waitFor<EssaiDeBase>(client, ESSAYER_BASE, read);
  if (!report) return;
  if (report.etat === 'refus') {
    void vscode.window.showErrorMessage(withoutLinks(report.message));
    return;
  }
  if (await remember(client, uri, read)) await tell(reports, name, report);
}

async function askFile(): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const [uri] =
    (await vscode.window.showOpenDialog({
      ...(folder && { defaultUri: folder }),
      filters: { [words('base.filtre')]: ['xlsx', 'csv', 'txt'] },
      title: words('base.fichier'),
      openLabel: words('base.ouvrir'),
    })) ?? [];
  return uri;
}

/** Asks the server for something long; undefined when the user stops it. */
async function waitFor<Answer>(
  client: BaseLanguageClient,
  method: string,
  params: FichierDeBase,
): Promise<Answer | undefined> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: words('base.lecture'),
    cancellable: true,
  };
  return vscode.window.withProgress(options, async (_progress, token) => {
    try {
      return (await client.sendRequest<Answer | null>(method, params, token)) ?? undefined;
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      throw error;
    }
  });
}

/** In the folder's own settings, where colleagues share it; without a folder, in the editor's. */
async function remember(
  client: BaseLanguageClient,
  uri: vscode.Uri,
  { feuille, colonnes }: FichierDeBase,
): Promise<boolean> {
  const folder = folderFor(uri);
  if (!folder) {
    const path = uri.scheme === 'file' ? uri.fsPath : uri.toString();
    await vscode.workspace.getConfiguration('segur').update('base', path, vscode.ConfigurationTarget.Global);
    return true;
  }
  const base = { fichier: pathFrom(folder.uri, uri), ...(feuille !== undefined && { feuille }), colonnes };
  return changeFolderSettings(client, folder, ['base'], base);
}

/** The folder of the file at hand, else the one that holds the base, else the first. */
function folderFor(base: vscode.Uri): vscode.WorkspaceFolder | undefined {
  const { workspace, window } = vscode;
  const atHand = window.activeTextEditor?.document.uri;
  return (
    (atHand && workspace.getWorkspaceFolder(atHand)) ??
    workspace.getWorkspaceFolder(base) ??
    workspace.workspaceFolders?.[0]
  );
}

/** Relative inside of the folder, where it holds on every machine. */
function pathFrom(folder: vscode.Uri, uri: vscode.Uri): string {
  const root = folder.path.replace(/\/$/, '');
  const isInside =
    uri.scheme === folder.scheme && uri.authority === folder.authority && uri.path.startsWith(`${root}/`);
  if (isInside) return uri.path.slice(root.length + 1);
  return uri.scheme === 'file' ? uri.fsPath : uri.toString();
}

async function tell(
  reports: BaseReports,
  name: string,
  { resume, details }: Extract<EssaiDeBase, { etat: 'lue' }>,
): Promise<void> {
  const see = words('base.details');
  const answer = await vscode.window.showInformationMessage(withoutLinks(resume), see);
  if (answer === see) await reports.show(name, details);
}
