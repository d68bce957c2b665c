import * as vscode from 'vscode';

/** Opens a new, unsaved file, ready to be filled from tab stop to tab stop. */
export async function openNewFile(uri: vscode.Uri, snippet: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  await editor.insertSnippet(new vscode.SnippetString(snippet), new vscode.Position(0, 0));
}

/** `mars.solde.json` in a folder, `mars-2.solde.json` where that one is taken; of no folder without one. */
export async function freeName(
  folder: vscode.Uri | undefined,
  stem: string,
  ending: string,
): Promise<vscode.Uri> {
  for (let rank = 1; ; rank++) {
    const name = `${rank === 1 ? stem : `${stem}-${rank}`}${ending}`;
    const uri = folder
      ? vscode.Uri.joinPath(folder, name)
      : vscode.Uri.from({ scheme: 'untitled', path: name });
    const untitled = uri.with({ scheme: 'untitled', authority: folder?.authority ?? '' });
    const open = vscode.workspace.textDocuments.some(
      (document) => document.uri.toString() === untitled.toString(),
    );
    if (!open && !(folder && (await exists(uri)))) return untitled;
  }
}

/** The file of that name in a folder, or of the next free one: `mars-1-2.avance.json` where `mars-1.avance.json` is. */
export async function freePlace(folder: vscode.Uri, nom: string): Promise<vscode.Uri> {
  for (let rank = 1; ; rank++) {
    const free = rank === 1 ? nom : nom.replace(/((?:\.(?:avance|solde))?\.json)?$/i, `-${rank}$1`);
    const uri = vscode.Uri.joinPath(folder, free);
    if (!(await exists(uri))) return uri;
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
