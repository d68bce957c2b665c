import type { Connection } from 'vscode-languageserver';
import type { Files, FileStamp, Store } from './files';
import {
  ETAT_FICHIER,
  FICHIERS,
  GARDER,
  LIRE_DOSSIER,
  LIRE_FICHIER,
  LIRE_OCTETS,
  type Garder,
} from './lent-files';
import { inPieces, joined } from './pieces';
import { below } from './workspace/uri';
import type { FolderEntry, FoundFile } from './workspace/files';

/** Files as our client reads them, with the editor's own file systems; another client answers nothing. */
export function filesThroughClient(connection: Connection): Files {
  const ask = <Answer>(method: string, uri: string): Promise<Answer | undefined> =>
    orNothing(() => connection.sendRequest<Answer | null>(method, { uri }));
  return {
    readFile: (uri) => ask<string>(LIRE_FICHIER, uri),
    listFiles: (uri) => ask<readonly FoundFile[]>(FICHIERS, uri),
    readFolder: async (uri) => (await ask<readonly FolderEntry[]>(LIRE_DOSSIER, uri)) ?? [],
    stamp: (uri) => ask<FileStamp>(ETAT_FICHIER, uri),
    readBytes: async (uri) => {
      const pieces = await ask<readonly string[]>(LIRE_OCTETS, uri);
      return pieces && joined(pieces);
    },
  };
}

/** The folder that our client lends, written through it: the client knows which folder that is, and writes in no other. */
export function storeThroughClient(connection: Connection): Store {
  const files = filesThroughClient(connection);
  return {
    read: (folder, name) => files.readBytes(below(folder, name)),
    write: async (_folder, nom, bytes) => {
      const kept: Garder = { nom, octets: await inPieces(bytes) };
      await orNothing(() => connection.sendRequest<null>(GARDER, kept));
    },
  };
}

async function orNothing<Answer>(ask: () => Promise<Answer | null>): Promise<Answer | undefined> {
  try {
    return (await ask()) ?? undefined;
  } catch {
    return undefined;
  }
}
