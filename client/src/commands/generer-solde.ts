import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { GENERER_SOLDE, type SoldesGeneres } from '../../../server/src/lsp/protocol';
import { words } from '../words';
import { freeName, openNewFile } from './new-file';

/** Opens, beside the avance at hand, new files with the soldes that follow from it. */
export async function genererSolde(client: BaseLanguageClient): Promise<void> {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const soldes =
    uri && (await client.sendRequest<SoldesGeneres | null>(GENERER_SOLDE, { uri: uri.toString() }));
  if (!soldes) {
    void vscode.window.showInformationMessage(words('solde.pas-une-avance'));
    return;
  }
  const isUnsaved = uri.scheme === 'untitled';
  const folder = isUnsaved ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(uri, '..');
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const stem = name.replace(/(?:\.avance)?\.json$/i, '');
  for (const snippet of soldes.snippets) {
    await openNewFile(await freeName(folder, stem, '.solde.json'), snippet);
  }
  const { snippets, ecartees } = soldes;
  if (snippets.length === 0) void vscode.window.showWarningMessage(words('solde.aucune'));
  else if (ecartees > 0) {
    void vscode.window.showWarningMessage(words('solde.ecartees', { nombre: ecartees }));
  }
}
