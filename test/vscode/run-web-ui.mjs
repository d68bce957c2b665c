// node test/vscode/run-web-ui.mjs [--extension DIR] [--folder DIR] [--scenarios DIR] [NAME]…
// Uses the extension by mouse and keyboard in a VS Code that runs wholly in the browser, on files that are on no disk.
// One scenario a file of test/vscode/web/scenarios; see ui/scenario.mjs. An extension in development has its titles in
// its first language there: French.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openBrowser } from './browser.mjs';
import { artefactsFolder, copyFolder, repository, withTemporaryFolder } from './folders.mjs';
import { ensurePrograms } from './install/system-packages.mjs';
import { ensureWebBuild } from './install/web-build.mjs';
import { close, printResults } from './report.mjs';
import { loadScenarios, runScenario } from './ui/scenario.mjs';
import { serveWeb } from './web/serve.mjs';

const { values: options, positionals: names } = parseArgs({
  allowPositionals: true,
  options: {
    extension: { type: 'string', default: repository },
    folder: { type: 'string' },
    scenarios: { type: 'string', default: path.join(repository, 'test/vscode/web/scenarios') },
  },
});
const extension = path.resolve(options.extension);
const samples = path.resolve(options.folder ?? path.join(extension, 'samples'));

ensurePrograms(['chromium']);
const scenarios = await loadScenarios(path.resolve(options.scenarios), names);
const build = ensureWebBuild();
const artefacts = artefactsFolder('web-ui');
const results = await withTemporaryFolder(runAll);
console.log(`VS Code ${build.version} in the browser, by mouse and keyboard. Screenshots: ${artefacts}`);
close([printResults(results)]);

async function runAll(home) {
  const folderPath = quietSamples(home);
  const { url, stop } = await serveWeb(build, { extensionDevelopmentPath: extension, folderPath });
  const results = [];
  try {
    const browser = await openBrowser(home);
    for (const scenario of scenarios) {
      results.push(await runScenario({ scenario, browser, url, folder: undefined, artefacts }));
    }
    await browser.close();
  } finally {
    stop();
  }
  return results;
}

/** A copy of the samples with the settings of the other runs: this VS Code has no profile on a disk. */
function quietSamples(home) {
  const folder = copyFolder(samples, home, 'samples');
  fs.mkdirSync(path.join(folder, '.vscode'));
  fs.copyFileSync(
    path.join(repository, 'test/vscode/workbench-settings.json'),
    path.join(folder, '.vscode/settings.json'),
  );
  return folder;
}
