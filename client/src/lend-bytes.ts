import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ETAT_FICHIER, LIRE_OCTETS } from '../../server/src/lsp/protocol';

/** Bytes a piece: a multiple of three, so that pieces in base64 join without a fill. */
const PIECE = 96 * 1024;

/** Reads files as bytes for a server that has no disk, or not theirs. What cannot be read is null. */
export function lendBytes(client: BaseLanguageClient): void {
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
  answer(LIRE_OCTETS, async (uri) => inPieces(await fs.readFile(uri)));
  answer(ETAT_FICHIER, async (uri) => {
    const { size, mtime } = await fs.stat(uri);
    return { taille: size, modifie: mtime };
  });
}

function inPieces(bytes: Uint8Array): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE) {
    const chars = Array.from(bytes.subarray(at, at + PIECE), (byte) => String.fromCharCode(byte));
    pieces.push(btoa(chars.join('')));
  }
  return pieces;
}
