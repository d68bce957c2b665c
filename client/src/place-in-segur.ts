import * as vscode from 'vscode';
import { words } from './words';

/**
 * Where a command writes in a folder's `.segur`. Undefined where a link stands on the way, and the user has been told: a
 * folder made by somebody else may have one that leads out of it.
 */
export async function placeInSegur(
  folder: vscode.Uri,
  ...path: readonly string[]
): Promise<vscode.Uri | undefined> {
  let place = folder;
  for (const step of ['.segur', ...path]) {
    place = vscode.Uri.joinPath(place, step);
    if (await isLink(place)) {
      const chemin = place.path.slice(folder.path.replace(/\/$/, '').length + 1);
      void vscode.window.showErrorMessage(words('segur-lien', { chemin }));
      return undefined;
    }
  }
  return place;
}

async function isLink(uri: vscode.Uri): Promise<boolean> {
  try {
    const { type } = await vscode.workspace.fs.stat(uri);
    return (type & vscode.FileType.SymbolicLink) !== 0;
  } catch {
    // Nothing is there yet.
    return false;
  }
}
