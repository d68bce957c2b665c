import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import type { Alarm } from './clock';
import { millisecondsTo, presentMoment } from './present-moment';
import { startServer } from './server';
import { filesThroughClient, storeThroughClient } from './through-client';

const scope = self as unknown as DedicatedWorkerGlobalScope;
const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));

const workerAlarm: Alarm = (at, ring) => {
  const timer = setTimeout(ring, millisecondsTo(at));
  return () => clearTimeout(timer);
};

startServer(connection, {
  // A worker has no disk.
  ...filesThroughClient(connection),
  store: storeThroughClient(connection),
  pages: undefined,
  now: presentMoment,
  alarm: workerAlarm,
});
