import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  ETAT_FICHIER,
  FICHIERS,
  GARDER,
  LIRE_DOSSIER,
  LIRE_FICHIER,
  LIRE_OCTETS,
  type Garder,
} from '../../server/src/lsp/lent-files';
import { inPieces, joined } from '../../server/src/lsp/pieces';
import { writeWhole } from './commands/whole-file';
import { checkedFilesBelow } from './checked-files';

/**
 * Reads files for a server that has no disk, or not theirs: virtual ones included. What cannot be read is null. What
 * the server keeps is written in the folder `storage`, which VS Code gives us, and nowhere else.
 */
export function lendFiles(client: BaseLanguageClient, storage: vscode.Uri | undefined): void {
  const answer = <Answer>(method: string, read: (uri: vscode.Uri) => Promise<Answer>): void => {
    client.onRequest(method, async ({ uri }: { uri: string }): Promise<Answer | null> => {
      try {
        return await read(placeOf(uri));
      } catch {
        return null;
      }
    });
  };
  const { fs } = vscode.workspace;
  answer(LIRE_FICHIER, async (uri) => UTF8.decode(await fs.readFile(uri)));
  answer(LIRE_OCTETS, async (uri) => inPieces(await fs.readFile(uri)));
  answer(ETAT_FICHIER, async (uri) => {
    const { size, mtime } = await fs.stat(uri);
    return { taille: size, modifie: mtime };
  });
  answer(FICHIERS, listFiles);
  answer(LIRE_DOSSIER, async (uri) => {
    const entries = await fs.readDirectory(uri);
    return entries.map(([nom, type]) => ({ nom, dossier: (type & vscode.FileType.Directory) !== 0 }));
  });
  client.onRequest(GARDER, async ({ nom, octets }: Garder): Promise<null> => {
    if (!storage || !KEPT_NAME.test(nom)) return null;
    await fs.createDirectory(storage);
    await writeWhole(vscode.Uri.joinPath(storage, nom), await joined(octets), { overwrite: true });
    return null;
  });
}

/** As a process reads its disk: a byte order mark stays, for the server tells of it. */
const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** The names under which the server keeps what it can make again. */
const KEPT_NAME = /^[\w-]+\.bin$/;

/** The server writes folders without a final slash: the top of a file system is then a path of no letter. */
function placeOf(uri: string): vscode.Uri {
  const parsed = vscode.Uri.parse(uri);
  return parsed.path === '' ? parsed.with({ path: '/' }) : parsed;
}

/** The files of requests and the manifests below a folder, with their sizes; null when they cannot be listed. */
async function listFiles(folder: vscode.Uri): Promise<{ chemin: string; taille: number }[] | null> {
  const found = await checkedFilesBelow(folder);
  const top = folder.path.replace(/\/?$/, '/');
  return found
    ? Promise.all(
        found.map(async (uri) => ({ chemin: uri.path.slice(top.length), taille: await sizeOf(uri) })),
      )
    : null;
}

async function sizeOf(uri: vscode.Uri): Promise<number> {
  try {
    return (await vscode.workspace.fs.stat(uri)).size;
  } catch {
    return 0;
  }
}
