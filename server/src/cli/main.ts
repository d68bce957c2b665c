import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { serve } from '../lsp/node';
import type { ThreadTask } from './checks/thread-protocol';
import { serveLooks } from './checks/thread';
import type { Threads } from './checks/threads';
import { run } from './run';
import { processTerminal } from './terminal';

/**
 * This very program, run again in a thread of the process. With more room for what is young, it looks for garbage less
 * often; the main thread's is settled before its first line.
 */
const threads: Threads = {
  most: Math.min(availableParallelism(), 4) - 1,
  worth: 4_000_000,
  start: (task) =>
    new Worker(__filename, { workerData: task, resourceLimits: { maxYoungGenerationSizeMb: 96 } }),
};

if (isMainThread) {
  /**
   * Node lets the memory grow to four times what is in use before it looks for garbage: here to twice. A hundred thousand
   * errors take half the memory, and no more time (docs/performance.md).
   */
  setFlagsFromString('--heap-growing-percent=100');
  void run(process.argv.slice(2), processTerminal(), { startServer: serve, threads }).then((code) => {
    // Not process.exit: what was written has still to reach a slow pipe.
    process.exitCode = code;
  });
} else if (parentPort) serveLooks(parentPort, workerData as ThreadTask);
