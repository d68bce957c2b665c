import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { presentMoment } from './present-moment';
import { processAlarm } from './process-alarm';
import { startServer } from './server';
import { DISK } from './workspace/disk';

/** Serves over the transport that the command line names: `--stdio`, `--node-ipc` or `--socket=…`. */
export function serve(): void {
  const pages = pathToFileURL(path.join(__dirname, '..', 'docs', 'regles')).href;
  startServer(createConnection(ProposedFeatures.all), {
    ...DISK,
    pages,
    now: presentMoment,
    alarm: processAlarm,
  });
}
