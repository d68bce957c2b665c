import { run } from './run';
import { processTerminal } from './terminal';

/** The server and its protocol are loaded for `lsp` alone. */
async function startServer(): Promise<void> {
  const { serve } = await import('../lsp/node');
  serve();
}

void run(process.argv.slice(2), processTerminal(), { startServer }).then((code) => {
  // Not process.exit: what was written has still to reach a slow pipe.
  process.exitCode = code;
});
