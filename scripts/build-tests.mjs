// Bundles the mocha suites that VS Code itself runs: dist/test/suite (node extension host), dist/test/web (worker), and
// dist/test/memory, an extension with a file system for the second.
// Both hosts run every suite; one that needs a process would be named *.node.test.ts, and say why in its first line.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const repository = fileURLToPath(new URL('..', import.meta.url));

/** Builds the bundles of the repository `root`. */
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
    mainFields: ['module', 'main'], // as the product: the UMD entry of jsonc-parser hides its requires
    external: ['vscode', 'mocha'],
  });
  const anywhere = names.filter((name) => !name.endsWith('.node.test.ts'));
  const imports = anywhere.map((name) => `import ${JSON.stringify(`./${name}`)};`).join('\n');
  await build({
    ...COMMON,
    ...WORKER,
    entryPoints: [path.join(root, 'test/vscode/web/index.ts')],
    outdir: path.join(output, 'web'),
    // Workers have no node:assert; the few functions of it that suites use are written for them.
    alias: { 'node:assert/strict': path.join(root, 'test/vscode/web/assert.ts') },
    plugins: [madeModule('segur:suites', imports, suites)],
  });
  const samples = JSON.stringify(filesBelow(path.join(root, 'samples')));
  await build({
    ...COMMON,
    ...WORKER,
    entryPoints: [path.join(root, 'test/vscode/web/memory-fs.ts')],
    outdir: path.join(output, 'memory'),
    plugins: [madeModule('segur:samples', `export default ${samples};`, root)],
  });
  fs.writeFileSync(path.join(output, 'memory/package.json'), JSON.stringify(MEMORY_EXTENSION));
}

const COMMON = { bundle: true, format: 'cjs', sourcemap: 'inline', logLevel: 'warning' };
const WORKER = {
  platform: 'browser',
  target: 'es2022',
  mainFields: ['browser', 'module', 'main'],
  external: ['vscode'],
};

const MEMORY_EXTENSION = {
  name: 'memoire',
  publisher: 'segur-essai',
  version: '1.0.0',
  engines: { vscode: '^1.91.0' },
  browser: './memory-fs.js',
  activationEvents: ['onFileSystem:segur-memoire'],
};

/** The files of a folder and of those below, by path: their content in base64. */
function filesBelow(folder) {
  const files = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    files
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => path.join(parentPath, name))
      .map((file) => [
        path.relative(folder, file).replaceAll('\\', '/'),
        fs.readFileSync(file).toString('base64'),
      ]),
  );
}

/** Gives the module `name`, whose text is made here; what it imports counts from `resolveDir`. */
function madeModule(name, contents, resolveDir) {
  return {
    name,
    setup(plugin) {
      plugin.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace: 'segur' }));
      plugin.onLoad({ filter: /.*/, namespace: 'segur' }, () => ({ contents, resolveDir }));
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildTests();
}
