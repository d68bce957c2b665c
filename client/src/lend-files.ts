import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  ETAT_FICHIER,
  FICHIERS,
  LIRE_DOSSIER,
  LIRE_FICHIER,
  LIRE_OCTETS,
} from '../../server/src/lsp/protocol';

/** Bytes a piece: a multiple of three, so that pieces in base64 join without a fill. */
const PIECE = 96 * 1024;

/** Reads files for a server that has no disk, or not theirs: virtual ones included. What cannot be read is null. */
export function lendFiles(client: BaseLanguageClient): void {
  const answer = <Answer>(method: string, read: (uri: vscode.Uri) => Promise<Answer>): void => {
    client.onRequest(method, async ({ uri }: { uri: string }): Promise<Answer | null> => {
      try {
        return await read(vscode.Uri.parse(uri));
      } catch {
        return null;
      }
    });
  };
  const { fs } = vscode.workspace;
  answer(LIRE_FICHIER, async (uri) => new TextDecoder().decode(await fs.readFile(uri)));
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
}

/** The files of requests below a folder, with their sizes; what the user's settings leave out of searches is left out. */
async function listFiles(folder: vscode.Uri): Promise<{ chemin: string; taille: number }[]> {
  const pattern = new vscode.RelativePattern(folder, '**/*.{avance,solde}.json');
  const found = await vscode.workspace.findFiles(pattern, '**/{node_modules,.*}/**');
  const top = folder.path.replace(/\/?$/, '/');
  return Promise.all(
    found.map(async (uri) => ({ chemin: uri.path.slice(top.length), taille: await sizeOf(uri) })),
  );
}

async function sizeOf(uri: vscode.Uri): Promise<number> {
  try {
    return (await vscode.workspace.fs.stat(uri)).size;
  } catch {
    return 0;
  }
}

function inPieces(bytes: Uint8Array): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE) {
    const chars = Array.from(bytes.subarray(at, at + PIECE), (byte) => String.fromCharCode(byte));
    pieces.push(btoa(chars.join('')));
  }
  return pieces;
}
