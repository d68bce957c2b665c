#!/usr/bin/env node
/**
 * Builds what ships: the extension and its server, for node and for the browser, and the command line.
 *   node esbuild.mjs            minified, source maps beside the bundles and not named in them
 *   node esbuild.mjs --dev      readable, source maps linked (debugger, coverage)
 *   node esbuild.mjs --watch    --dev, and again at each change
 *   node esbuild.mjs --tests    also the suites that run inside VS Code
 */
import { chmod, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, context } from 'esbuild';
import { asciiSources } from './scripts/ascii-plugin.mjs';
import { buildValidators } from './scripts/build-validators.mjs';
import { packedMessages } from './scripts/messages-plugin.mjs';
import { withoutDescriptions } from './scripts/schemas-plugin.mjs';
import { buildSharedClients } from './scripts/shared-clients.mjs';

const root = dirname(fileURLToPath(import.meta.url));

const node = {
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // The UMD entry of jsonc-parser hides its requires from bundlers: the ES modules come first.
  mainFields: ['module', 'main'],
};
const browser = {
  platform: 'browser',
  target: 'es2022',
  mainFields: ['browser', 'module', 'main'],
};

/** The bundles of the product: where each starts, where it goes, and the host that it is for. */
export const bundles = [
  { entry: 'client/src/extension.ts', out: 'dist/extension.js', ...node },
  // The command line and, by its command `lsp`, the server of every client that starts a process: one copy of the engine.
  { entry: 'server/src/cli/main.ts', out: 'dist/cli.js', ...node, banner: { js: '#!/usr/bin/env node' } },
  { entry: 'client/src/web/extension.ts', out: 'dist/web/extension.js', ...browser, format: 'cjs' },
  { entry: 'server/src/lsp/browser.ts', out: 'dist/web/server.js', ...browser, format: 'iife' },
  {
    entry: 'client/src/panels/page/candidature.ts',
    out: 'dist/panels/candidature.js',
    ...browser,
    format: 'iife',
  },
  {
    entry: 'client/src/panels/page/comparaison.ts',
    out: 'dist/panels/comparaison.js',
    ...browser,
    format: 'iife',
  },
  {
    entry: 'client/src/panels/page/echeances.ts',
    out: 'dist/panels/echeances.js',
    ...browser,
    format: 'iife',
  },
  {
    entry: 'client/src/panels/page/montants.ts',
    out: 'dist/panels/montants.js',
    ...browser,
    format: 'iife',
  },
];

/** The options that esbuild takes for one of the bundles. */
export function buildOptions({ entry, out, ...host }, { dev = false } = {}) {
  const holdsCatalogue = /\/(server|cli)\.js$/.test(out);
  return {
    ...host,
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: out,
    bundle: true,
    plugins: [
      ...(holdsCatalogue ? [packedMessages({ withCli: out.endsWith('/cli.js') })] : []),
      withoutDescriptions,
      // A debugger shows sources as they are written.
      ...(dev ? [] : [asciiSources]),
    ],
    external: ['vscode'],
    minify: !dev,
    sourcemap: dev ? 'linked' : 'external',
    legalComments: 'none',
    logLevel: 'warning',
  };
}

/** Both bundles of the extension as they ship, what they share in one of them. Gives their files, nothing written. */
export function shippedClients() {
  const [node, browser] = ['dist/extension.js', 'dist/web/extension.js'].map((wanted) =>
    buildOptions(bundles.find(({ out }) => out === wanted)),
  );
  return buildSharedClients({ node, browser }, './web/extension.js');
}

async function buildAll(dev) {
  const results = await Promise.allSettled(bundles.map((bundle) => build(buildOptions(bundle, { dev }))));
  const failed = bundles.filter((_bundle, index) => results[index].status === 'rejected');
  // For a debugger, each bundle is whole.
  if (!dev) for (const { path, contents } of await shippedClients()) await writeFile(path, contents);
  for (const { out } of bundles.filter((bundle) => !failed.includes(bundle))) {
    const { size } = await stat(join(root, out));
    console.log(`${out.padEnd(22)} ${(size / 1024).toFixed(0).padStart(5)} KB`);
  }
  if (failed.length > 0) throw new Error(`Not built: ${failed.map(({ out }) => out).join(', ')}`);
  await chmod(join(root, 'dist/cli.js'), 0o755);
}

async function watchAll() {
  for (const bundle of bundles) {
    const watched = await context({ ...buildOptions(bundle, { dev: true }), logLevel: 'info' });
    await watched.watch();
  }
}

async function main(flags) {
  await buildValidators();
  if (flags.has('--watch')) return watchAll();
  await buildAll(flags.has('--dev'));
  if (flags.has('--tests')) {
    const { buildTests } = await import('./scripts/build-tests.mjs');
    await buildTests();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(new Set(process.argv.slice(2))).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
