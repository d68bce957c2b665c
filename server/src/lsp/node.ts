import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { DISK, DISK_STORE, readFromDisk } from './disk';
import { presentMoment } from './present-moment';
import { processAlarm } from './process-alarm';
import { startServer } from './server';
import { filesThroughClient } from './through-client';

/** Serves over the transport that the command line names: `--stdio`, `--node-ipc` or `--socket=…`. */
export function serve(): void {
  const pages = pathToFileURL(path.join(__dirname, '..', 'docs', 'regles')).href;
  const connection = createConnection(ProposedFeatures.all);
  const client = filesThroughClient(connection);
  /** A folder of the workspace may be on no disk. */
  const onDisk = (uri: string): boolean => uri.startsWith('file:');
  startServer(connection, {
    readFile: (uri) => (onDisk(uri) ? readFromDisk(uri) : client.text(uri)),
    files: {
      stamp: (uri) => (onDisk(uri) ? DISK : client).stamp(uri),
      read: (uri) => (onDisk(uri) ? DISK : client).read(uri),
    },
    store: DISK_STORE,
    pages,
    now: presentMoment,
    alarm: processAlarm,
  });
}
