import * as vscode from 'vscode';
import type { ComparaisonPanel } from '../panels/comparaison';
import { byLikeness, stepOf } from '../panels/likely-pairs';
import { checkedFilesBelow } from '../checked-files';
import { words } from '../words';
import { nameOf } from './file-at-command';

/** More files than anyone chooses from. */
const MOST_FILES = 2000;

/** Asks the file of the other step, the likeliest first, and shows the two side by side. */
export async function comparer(
  panel: ComparaisonPanel,
  called: vscode.Uri | undefined,
  other: vscode.Uri | undefined,
): Promise<void> {
  const uri = called ?? vscode.window.activeTextEditor?.document.uri;
  const step = uri && stepOf(uri.path);
  if (!uri || !step) {
    void vscode.window.showInformationMessage(words('pas-des-demandes'));
    return;
  }
  const chosen = other instanceof vscode.Uri ? other : await askOther(uri, step);
  if (!chosen) return;
  panel.show(step === 'avance' ? { avance: uri, solde: chosen } : { avance: chosen, solde: uri });
}

interface Choice extends vscode.QuickPickItem {
  readonly uri: vscode.Uri;
}

async function askOther(uri: vscode.Uri, step: 'avance' | 'solde'): Promise<vscode.Uri | undefined> {
  const wanted = step === 'avance' ? 'solde' : 'avance';
  const files = await filesOf(wanted);
  const ordered = byLikeness(uri.path, [...files.keys()]);
  const items = ordered.flatMap((path, rank): Choice[] => {
    const file = files.get(path);
    if (!file) return [];
    const detail = rank === 0 ? { detail: words('comparaison.propose') } : {};
    return [
      { uri: file, label: nameOf(file), description: vscode.workspace.asRelativePath(file), ...detail },
    ];
  });
  if (items.length === 0) {
    void vscode.window.showInformationMessage(words('comparaison.aucun-autre'));
    return undefined;
  }
  const asked = wanted === 'avance' ? 'comparaison.quelle-avance' : 'comparaison.quel-solde';
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: words(asked, { fichier: nameOf(uri) }),
    matchOnDescription: true,
  });
  return picked?.uri;
}

/** Files of one step, by path: those of the workspace, and those that are open. */
async function filesOf(step: 'avance' | 'solde'): Promise<ReadonlyMap<string, vscode.Uri>> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const found = await Promise.all(folders.map(({ uri }) => checkedFilesBelow(uri)));
  const open = vscode.workspace.textDocuments.map(({ uri }) => uri);
  const ours = [...open, ...found.flatMap((files) => files ?? [])].filter(
    ({ path }) => stepOf(path) === step,
  );
  return new Map(ours.slice(0, MOST_FILES).map((uri) => [uri.path, uri]));
}
