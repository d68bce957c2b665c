// node test/vscode/run-web-host.mjs [--on mount|memory]… [--extension DIR] [--suite FILE] [--folder DIR]
// The mocha suite in the web-worker extension host of a VS Code that runs wholly in the browser.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { artefactsFolder, repository, withTemporaryFolder } from './folders.mjs';
import { ensurePrograms } from './install/system-packages.mjs';
import { ensureWebBuild } from './install/web-build.mjs';
import { close, countSuite } from './report.mjs';
import { runSuiteInPage } from './suite-page.mjs';
import { serveWeb } from './web/serve.mjs';

const { values: options } = parseArgs({
  options: {
    extension: { type: 'string', default: repository },
    suite: { type: 'string' },
    folder: { type: 'string' },
    on: { type: 'string', multiple: true, default: ['mount', 'memory'] },
  },
});
const extension = path.resolve(options.extension);
const suite = path.resolve(options.suite ?? path.join(extension, 'dist/test/web/index.js'));
const folder = path.resolve(options.folder ?? path.join(extension, 'samples'));

/** How the suite sends a result: there is no disk to write a report on. */
const RESULT = 'segur-test-result ';

/**
 * Two file systems that are no disk: Microsoft's, with a search, dates and an authority; and one that has none of these,
 * as any extension may bring (test/vscode/web/memory-fs.ts).
 */
const workspaces = {
  mount: { folderPath: folder },
  memory: { folderUri: 'segur-memoire:/', extensionPaths: [path.join(extension, 'dist/test/memory')] },
};

ensurePrograms(['chromium']);
const build = ensureWebBuild();
const counts = [];
for (const name of options.on) counts.push(await runOn(name));
close(counts);

async function runOn(name) {
  const started = Date.now();
  const results = [];
  const artefacts = artefactsFolder(`web-${name}`);
  const code = await withTemporaryFolder(async (home) => {
    const { url, stop } = await serveWeb(build, {
      extensionDevelopmentPath: extension,
      extensionTestsPath: suite,
      ...workspaces[name],
    });
    try {
      const onLine = (line) => line.startsWith(RESULT) && results.push(JSON.parse(line.slice(RESULT.length)));
      return await runSuiteInPage({ url, home, artefacts, onLine });
    } finally {
      stop();
    }
  });
  console.log(
    `VS Code ${build.version}, web-worker extension host, files in "${name}", ${Date.now() - started} ms`,
  );
  return countSuite(results, code, artefacts);
}
