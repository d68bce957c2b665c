import * as vscode from 'vscode';
import { CHECKED_FILES, isCheckedFile, isForeignFolder } from '../../server/src/lsp/workspace/files';
import { firstAnswer } from './first-answer';
import { walk, type Entry } from './walk';

/** How long a search may say nothing, in milliseconds: on a file system that has none, it waits for ever. */
const PATIENCE = 2000;

/**
 * The files of requests and the manifests below a folder, on any file system. Where the editor can search, what the
 * user's settings leave out of searches is left out; elsewhere the folders are walked through. Undefined when they cannot
 * be listed.
 */
export async function checkedFilesBelow(folder: vscode.Uri): Promise<readonly vscode.Uri[] | undefined> {
  const search = new vscode.CancellationTokenSource();
  try {
    return await firstAnswer(
      () => searched(folder, search.token),
      () => walked(folder),
      PATIENCE,
    );
  } finally {
    search.cancel();
    search.dispose();
  }
}

async function searched(folder: vscode.Uri, token: vscode.CancellationToken): Promise<readonly vscode.Uri[]> {
  const pattern = new vscode.RelativePattern(folder, CHECKED_FILES);
  return vscode.workspace.findFiles(pattern, '**/{node_modules,.*}/**', undefined, token);
}

async function walked(folder: vscode.Uri): Promise<readonly vscode.Uri[] | undefined> {
  const read = async (path: string): Promise<Entry[]> => {
    const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(folder, path));
    return entries.map(([nom, type]) => ({ nom, genre: KINDS.get(type) ?? 'autre' }));
  };
  const paths = await walk(read, { file: isCheckedFile, folder: (nom) => !isForeignFolder(nom) });
  return paths?.map((path) => vscode.Uri.joinPath(folder, path));
}

const KINDS: ReadonlyMap<vscode.FileType, Entry['genre']> = new Map([
  [vscode.FileType.File, 'fichier'],
  [vscode.FileType.Directory, 'dossier'],
]);
