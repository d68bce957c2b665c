import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { presentMoment } from './present-moment';
import { FICHIERS, LIRE_DOSSIER, LIRE_FICHIER } from './protocol';
import { startServer } from './server';
import type { FileSystem, FolderEntry, FoundFile } from './workspace/files';

const scope = self as unknown as DedicatedWorkerGlobalScope;
const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));

/** Asks the client, which has the editor's own file systems; `otherwise` where it cannot tell. */
async function ask<T>(question: string, uri: string, otherwise: T): Promise<T> {
  try {
    return (await connection.sendRequest<T | null>(question, { uri })) ?? otherwise;
  } catch {
    return otherwise;
  }
}

/** A worker has no disk: the client looks. */
const THROUGH_CLIENT: FileSystem = {
  readFile: (uri) => ask<string | undefined>(LIRE_FICHIER, uri, undefined),
  listFiles: (uri) => ask<readonly FoundFile[]>(FICHIERS, uri, []),
  readFolder: (uri) => ask<readonly FolderEntry[]>(LIRE_DOSSIER, uri, []),
};

startServer(connection, { ...THROUGH_CLIENT, pages: undefined, now: presentMoment });
