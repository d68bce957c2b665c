import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { FORMATS, NOUVEAU_FICHIER, type FormatLabel } from '../../../server/src/lsp/protocol';
import { words } from '../words';

/** Asks the SONS and opens a new, unsaved file of requests, ready to be filled from tab stop to tab stop. */
export async function nouvelleAvance(client: BaseLanguageClient): Promise<void> {
  const formats = await client.sendRequest<FormatLabel[]>(FORMATS);
  const avances = formats.filter(({ id }) => id.endsWith('.avance'));
  const picked = await vscode.window.showQuickPick(
    closedLast(avances).map(({ id, libelle, guichet }) => ({
      label: libelle,
      description: id,
      ...(guichet && { detail: guichet.texte }),
    })),
    { placeHolder: words('nouvelle-avance.sons'), matchOnDescription: true },
  );
  if (!picked) return;
  const snippet = await client.sendRequest<string | null>(NOUVEAU_FICHIER, { format: picked.description });
  if (snippet === null) return;
  const document = await vscode.workspace.openTextDocument(await freeName(picked.description));
  const editor = await vscode.window.showTextDocument(document);
  await editor.insertSnippet(new vscode.SnippetString(snippet), new vscode.Position(0, 0));
}

/** What is closed for certain comes behind the rest. */
function closedLast(formats: readonly FormatLabel[]): FormatLabel[] {
  const isClosed = ({ guichet }: FormatLabel): number => (guichet?.ferme ? 1 : 0);
  return formats.toSorted((a, b) => isClosed(a) - isClosed(b));
}

/** `MDV-LGC-Va2.avance.json` in the first folder, or `MDV-LGC-Va2-2.avance.json` where that one is taken. */
async function freeName(format: string): Promise<vscode.Uri> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const [sons = format] = format.split('.');
  for (let rank = 1; ; rank++) {
    const name = `${rank === 1 ? sons : `${sons}-${rank}`}.avance.json`;
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

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
