import { setFlagsFromString } from 'node:v8';
import { run } from './run';
import { processTerminal } from './terminal';

/**
 * Node lets the memory grow to four times what is in use before it looks for garbage: here to twice. A hundred thousand
 * errors take half the memory, and no more time (docs/performance.md).
 */
setFlagsFromString('--heap-growing-percent=100');

/** The server and its protocol are loaded for `lsp` alone. */
async function startServer(): Promise<void> {
  const { serve } = await import('../lsp/node');
  serve();
}

void run(process.argv.slice(2), processTerminal(), { startServer }).then((code) => {
  // Not process.exit: what was written has still to reach a slow pipe.
  process.exitCode = code;
});
