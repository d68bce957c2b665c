// node test/vscode/run-ui.mjs [--vscode VERSION]… [--extension DIR] [--vsix FILE] [--folder DIR] [--scenarios DIR] [NAME]…
// Packages the extension, installs it in a real VS Code and uses it by mouse and keyboard: one scenario a file of
// test/vscode/ui/scenarios, exporting { title, run(context) }; see ui/scenario.mjs for what a context holds. One that exports
// `words = 'pseudo'` is run on an extension of its own, whose sentences are in the language of tests.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { openBrowser } from './browser.mjs';
import { artefactsFolder, keepLogs, repository, withTemporaryFolder } from './folders.mjs';
import { ensureServer } from './install/server-build.mjs';
import { ensurePrograms } from './install/system-packages.mjs';
import { newestVersion } from './install/versions.mjs';
import { packageVsix } from './package-vsix.mjs';
import { pseudoVsix } from './pseudo-vsix.mjs';
import { close, printResults } from './report.mjs';
import { runScenario } from './ui/scenario.mjs';
import { installVsix, startServer } from './vscode-server.mjs';

const { values: options, positionals: names } = parseArgs({
  allowPositionals: true,
  options: {
    vscode: { type: 'string', multiple: true, default: [newestVersion] },
    extension: { type: 'string', default: repository },
    vsix: { type: 'string' },
    folder: { type: 'string' },
    scenarios: { type: 'string', default: path.join(repository, 'test/vscode/ui/scenarios') },
  },
});
const extension = path.resolve(options.extension);
const samples = path.resolve(options.folder ?? path.join(extension, 'samples'));

ensurePrograms(['chromium']);
const scenarios = await loadScenarios(path.resolve(options.scenarios));
const vsix = options.vsix ? path.resolve(options.vsix) : packageVsix(extension);
const counts = [];
for (const version of options.vscode) {
  counts.push(await runOn(ensureServer(version)));
}
close(counts);

async function loadScenarios(folder) {
  const files = fs.readdirSync(folder).filter((file) => file.endsWith('.mjs'));
  const chosen = files.filter((file) => names.length === 0 || names.includes(path.basename(file, '.mjs')));
  return Promise.all(
    chosen.sort().map(async (file) => {
      const { title, run, words = 'ours' } = await import(pathToFileURL(path.join(folder, file)).href);
      return { name: path.basename(file, '.mjs'), title, run, words };
    }),
  );
}

async function runOn(build) {
  const artefacts = artefactsFolder(build.version === newestVersion ? 'ui' : `ui-${build.version}`);
  const results = [];
  for (const words of ['ours', 'pseudo']) {
    const some = scenarios.filter((scenario) => scenario.words === words);
    if (some.length > 0) {
      results.push(...(await withTemporaryFolder((home) => runSome(some, { build, home, artefacts }))));
    }
  }
  console.log(
    `VS Code ${build.version}, packaged extension, by mouse and keyboard. Screenshots: ${artefacts}`,
  );
  return printResults(results);
}

/** Scenarios that speak the same language, in one VS Code. */
async function runSome(some, { build, home, artefacts }) {
  const isPseudo = some.some(({ words }) => words === 'pseudo');
  installVsix({ build, home, vsix: isPseudo ? await pseudoVsix(vsix, home) : vsix });
  const server = await startServer({ build, home });
  const results = [];
  try {
    const browser = await openBrowser(home);
    for (const scenario of some) {
      results.push(await runScenario({ scenario, browser, server, home, samples, artefacts }));
    }
    await browser.close();
  } finally {
    await server.stop();
    keepLogs(server, artefacts);
  }
  return results;
}
