// npm start: a VS Code open on samples/, with this extension as it lies on disk. Needs nothing but node: no package of
// node_modules may be imported here, nor by what this file imports.
//   --no-open   open no window: serve VS Code for the browser and print its address
//   --port N    port of that address (default: a free one)
//   --check     serve it, verify that it answers with the extension in it, and stop
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './start/build.mjs';
import { serveInBrowser } from './start/browser-code.mjs';
import { openDesktopCode } from './start/desktop-code.mjs';

const repository = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
const samples = path.join(repository, 'samples');

try {
  const { values: options } = parseArgs({
    options: {
      'no-open': { type: 'boolean', default: false },
      port: { type: 'string', default: '0' },
      check: { type: 'boolean', default: false },
    },
  });
  ensureBuilt(repository);
  const windowless = options['no-open'] || options.check;
  if (windowless || !openDesktopCode(repository, samples)) {
    await serveInBrowser({
      repository,
      samples,
      port: Number(options.port),
      check: options.check,
      show: !windowless,
    });
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
