import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import type { Alarm } from './clock';
import { millisecondsTo, presentMoment } from './present-moment';
import { FICHIERS, LIRE_DOSSIER, LIRE_FICHIER } from './protocol';
import { startServer } from './server';
import { bytesThroughClient } from './through-client';
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

const workerAlarm: Alarm = (at, ring) => {
  const timer = setTimeout(ring, millisecondsTo(at));
  return () => clearTimeout(timer);
};

startServer(connection, {
  ...THROUGH_CLIENT,
  files: bytesThroughClient(connection),
  store: undefined,
  pages: undefined,
  now: presentMoment,
  alarm: workerAlarm,
});
