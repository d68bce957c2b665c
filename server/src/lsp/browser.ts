import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import type { Alarm } from './clock';
import { millisecondsTo, presentMoment } from './present-moment';
import { startServer } from './server';
import { filesThroughClient } from './through-client';

const scope = self as unknown as DedicatedWorkerGlobalScope;
const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));
/** A worker has no disk. */
const files = filesThroughClient(connection);

const workerAlarm: Alarm = (at, ring) => {
  const timer = setTimeout(ring, millisecondsTo(at));
  return () => clearTimeout(timer);
};

startServer(connection, {
  readFile: files.text,
  files,
  store: undefined,
  pages: undefined,
  now: presentMoment,
  alarm: workerAlarm,
});
