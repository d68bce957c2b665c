import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const LIBRARIES = fileURLToPath(new URL('../node_modules', import.meta.url));

/**
 * Bundles the extension for node and for the browser so that what both need, nearly all of it the library that speaks to
 * the server, is in the package once: in the browser's bundle, which its host loads alone, and which node's requires.
 * Gives the output files of esbuild, of node first.
 */
export async function buildSharedClients({ node, browser }, between) {
  const parts = await build({
    ...node,
    entryPoints: { node: node.entryPoints[0], browser: browser.entryPoints[0] },
    outfile: undefined,
    outdir: 'parts',
    chunkNames: 'shared',
    splitting: true,
    format: 'esm',
    target: ['node20', 'es2022'],
    plugins: [...node.plugins, eitherHost],
    sourcemap: node.sourcemap ? 'inline' : false,
    write: false,
  });
  const texts = new Map(parts.outputFiles.map(({ path, text }) => [`./${path.split(/[\\/]/).at(-1)}`, text]));
  const bundled = await Promise.all([
    build(finished(node, texts, { contents: `export * from './node.js';`, shared: between })),
    build(
      finished(browser, texts, { contents: `export * from './shared.js';\nexport * from './browser.js';` }),
    ),
  ]);
  return bundled.flatMap(({ outputFiles }) => outputFiles);
}

function finished(options, texts, { contents, shared }) {
  const inMemory = {
    name: 'parts',
    setup(plugin) {
      plugin.onResolve({ filter: /^\.\/(?:node|browser|shared)\.js$/ }, ({ path }) =>
        path === './shared.js' && shared !== undefined
          ? { path: shared, external: true }
          : { path, namespace: 'parts' },
      );
      plugin.onLoad({ filter: /.*/, namespace: 'parts' }, ({ path }) => ({ contents: texts.get(path) }));
    },
  };
  return { ...options, entryPoints: undefined, stdin: { contents }, plugins: [inMemory], write: false };
}

/** Libraries of Microsoft have a part for any host, and one a host. What is shared takes the first of them. */
const eitherHost = {
  name: 'either-host',
  setup(plugin) {
    plugin.onResolve({ filter: /^vscode-[a-z-]+\/browser$/ }, ({ path }) => ({
      path: join(LIBRARIES, path.replace(/browser$/, 'lib/browser/main.js')),
    }));
    plugin.onResolve({ filter: /^fflate$/ }, () => ({ path: join(LIBRARIES, 'fflate/esm/browser.js') }));
    plugin.onResolve({ filter: /^vscode-(?:languageserver-protocol|jsonrpc)$/ }, ({ path }) => ({
      path: join(LIBRARIES, path, 'lib/common/api.js'),
    }));
  },
};
