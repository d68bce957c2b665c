import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { DISK_BYTES, DISK_STORE } from './disk';
import type { Files } from './files';
import { presentMoment } from './present-moment';
import { processAlarm } from './process-alarm';
import { startServer } from './server';
import { bytesThroughClient } from './through-client';
import { DISK } from './workspace/disk';

/** Serves over the transport that the command line names: `--stdio`, `--node-ipc` or `--socket=…`. */
export function serve(): void {
  const pages = pathToFileURL(path.join(__dirname, '..', 'docs', 'regles')).href;
  const connection = createConnection(ProposedFeatures.all);
  const client = bytesThroughClient(connection);
  /** A folder of the workspace may be on no disk. */
  const place = (uri: string): Files => (uri.startsWith('file:') ? DISK_BYTES : client);
  startServer(connection, {
    ...DISK,
    files: { stamp: (uri) => place(uri).stamp(uri), read: (uri) => place(uri).read(uri) },
    store: DISK_STORE,
    pages,
    now: presentMoment,
    alarm: processAlarm,
  });
}
