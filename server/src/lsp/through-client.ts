import type { Connection } from 'vscode-languageserver';
import { BREATH, nextTurn } from './breath';
import type { Files, FileStamp } from './files';
import { ETAT_FICHIER, FICHIERS, LIRE_DOSSIER, LIRE_FICHIER, LIRE_OCTETS } from './protocol';
import type { FolderEntry, FoundFile } from './workspace/files';

/** Files as our client reads them, with the editor's own file systems; another client answers nothing. */
export function filesThroughClient(connection: Connection): Files {
  const ask = async <Answer>(method: string, uri: string): Promise<Answer | undefined> => {
    try {
      return (await connection.sendRequest<Answer | null>(method, { uri })) ?? undefined;
    } catch {
      return undefined;
    }
  };
  return {
    readFile: (uri) => ask<string>(LIRE_FICHIER, uri),
    listFiles: async (uri) => (await ask<readonly FoundFile[]>(FICHIERS, uri)) ?? [],
    readFolder: async (uri) => (await ask<readonly FolderEntry[]>(LIRE_DOSSIER, uri)) ?? [],
    stamp: (uri) => ask<FileStamp>(ETAT_FICHIER, uri),
    readBytes: async (uri) => {
      const pieces = await ask<readonly string[]>(LIRE_OCTETS, uri);
      return pieces && bytesOf(pieces);
    },
  };
}

/** Bytes of pieces in base64: the one form that every transport carries. */
async function bytesOf(pieces: readonly string[]): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let since = performance.now();
  for (const piece of pieces) {
    parts.push(Uint8Array.from(atob(piece), (char) => char.charCodeAt(0)));
    if (performance.now() - since < BREATH) continue;
    await nextTurn();
    since = performance.now();
  }
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
