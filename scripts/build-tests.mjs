// Bundles the mocha suites that VS Code itself runs: dist/test/suite (node extension host), dist/test/web (worker).
// Both hosts run every suite; one that needs a process would be named *.node.test.ts, and say why in its first line.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const repository = fileURLToPath(new URL('..', import.meta.url));

/** Builds both bundles of the repository `root`. */
export async function buildTests(root = repository) {
  const suites = path.join(root, 'test/vscode/suite');
  const output = path.join(root, 'dist/test');
  const names = fs.readdirSync(suites).filter((name) => name.endsWith('.test.ts'));
  fs.rmSync(output, { recursive: true, force: true }); // a suite that was removed must not go on running
  await build({
    ...COMMON,
    entryPoints: ['index.ts', ...names].map((name) => path.join(suites, name)),
    outdir: path.join(output, 'suite'),
    platform: 'node',
    target: 'node20',
    external: ['vscode', 'mocha'],
  });
  const diskless = names.filter((name) => !name.endsWith('.node.test.ts'));
  await build({
    ...COMMON,
    entryPoints: [path.join(root, 'test/vscode/web/index.ts')],
    outdir: path.join(output, 'web'),
    platform: 'browser',
    target: 'es2022',
    mainFields: ['browser', 'module', 'main'],
    external: ['vscode'],
    // Workers have no node:assert; the few functions of it that suites use are written for them.
    alias: { 'node:assert/strict': path.join(root, 'test/vscode/web/assert.ts') },
    plugins: [suitesPlugin(suites, diskless)],
  });
}

const COMMON = { bundle: true, format: 'cjs', sourcemap: 'inline', logLevel: 'warning' };

/** Gives the module `segur:suites`, which imports the named files. */
function suitesPlugin(folder, names) {
  return {
    name: 'suites',
    setup(plugin) {
      plugin.onResolve({ filter: /^segur:suites$/ }, () => ({ path: 'suites', namespace: 'segur' }));
      plugin.onLoad({ filter: /.*/, namespace: 'segur' }, () => ({
        contents: names.map((name) => `import ${JSON.stringify(`./${name}`)};`).join('\n'),
        resolveDir: folder,
      }));
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildTests();
}
