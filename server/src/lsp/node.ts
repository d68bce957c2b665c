import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { DISK, DISK_STORE } from './disk';
import type { Files } from './files';
import { presentMoment } from './present-moment';
import { processAlarm } from './process-alarm';
import { startServer } from './server';
import { filesThroughClient } from './through-client';
import { keepYoungGenerationSmall } from './young-generation';

/** Serves over the transport that the command line names: `--stdio`, `--node-ipc` or `--socket=…`. */
export function serve(): void {
  keepYoungGenerationSmall();
  const pages = pathToFileURL(path.join(__dirname, '..', 'docs', 'regles')).href;
  const connection = createConnection(ProposedFeatures.all);
  const client = filesThroughClient(connection);
  /** A folder of the workspace may be on no disk. */
  const at = (uri: string): Files => (uri.startsWith('file:') ? DISK : client);
  startServer(connection, {
    readFile: (uri) => at(uri).readFile(uri),
    listFiles: (uri) => at(uri).listFiles(uri),
    readFolder: (uri) => at(uri).readFolder(uri),
    stamp: (uri) => at(uri).stamp(uri),
    readBytes: (uri) => at(uri).readBytes(uri),
    store: DISK_STORE,
    pages,
    now: presentMoment,
    alarm: processAlarm,
  });
}
