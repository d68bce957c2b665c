import * as vscode from 'vscode';
import type { PreparerZip } from '../../../server/src/lsp/protocol';

/** Folders below the one asked for, and files in all: attachments do not lie deeper, nor are they more. */
const DEEPEST = 3;
const MOST_FILES = 10_000;

/** The files of a folder and of those below; hidden folders and links are left out. */
export async function filesBelow(
  folder: vscode.Uri,
  token: vscode.CancellationToken,
): Promise<PreparerZip['fichiers']> {
  const files: PreparerZip['fichiers'][number][] = [];
  const visit = async (path: string, depth: number): Promise<void> => {
    const at = vscode.Uri.joinPath(folder, path);
    for (const [name, type] of await vscode.workspace.fs.readDirectory(at)) {
      if (token.isCancellationRequested || files.length >= MOST_FILES) return;
      const chemin = path === '' ? name : `${path}/${name}`;
      if (type === vscode.FileType.File) {
        const { size } = await vscode.workspace.fs.stat(vscode.Uri.joinPath(folder, chemin));
        files.push({ chemin, taille: size });
      } else if (type === vscode.FileType.Directory && depth < DEEPEST && !isLeftOut(name)) {
        await visit(chemin, depth + 1);
      }
    }
  };
  await visit('', 0);
  return files;
}

function isLeftOut(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}
