import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import type { Alarm } from './clock';
import { millisecondsTo, presentMoment } from './present-moment';
import type { ReadFolder } from './folder-formats';
import { LIRE_DOSSIER, LIRE_FICHIER } from './protocol';
import { startServer } from './server';

const scope = self as unknown as DedicatedWorkerGlobalScope;
const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));

/** A worker has no disk: the client reads, with the editor's own file systems. */
async function readThroughClient(uri: string): Promise<string | undefined> {
  try {
    return (await connection.sendRequest<string | null>(LIRE_FICHIER, { uri })) ?? undefined;
  } catch {
    return undefined;
  }
}

const readFolderThroughClient: ReadFolder = async (uri) => {
  try {
    return await connection.sendRequest<Awaited<ReturnType<ReadFolder>>>(LIRE_DOSSIER, { uri });
  } catch {
    return [];
  }
};

const workerAlarm: Alarm = (at, ring) => {
  const timer = setTimeout(ring, millisecondsTo(at));
  return () => clearTimeout(timer);
};

startServer(connection, {
  readFile: readThroughClient,
  readFolder: readFolderThroughClient,
  pages: undefined,
  now: presentMoment,
  alarm: workerAlarm,
});
