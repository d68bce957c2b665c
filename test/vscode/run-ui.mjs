// node test/vscode/run-ui.mjs [--vscode VERSION]… [--extension DIR] [--vsix FILE] [--folder DIR] [--scenarios DIR] [NAME]…
// Packages the extension, installs it in a real VS Code and uses it by mouse and keyboard: one scenario a file of
// test/vscode/ui/scenarios, exporting { title, run(context) }; see ui/scenario.mjs for what a context holds. One that exports
// `words = 'pseudo'` is run on an extension of its own, whose sentences are in the language of tests.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openBrowser } from './browser.mjs';
import { artefactsFolder, copyFolder, keepLogs, repository, withTemporaryFolder } from './folders.mjs';
import { ensureServer } from './install/server-build.mjs';
import { ensurePrograms } from './install/system-packages.mjs';
import { newestVersion } from './install/versions.mjs';
import { packageVsix } from './package-vsix.mjs';
import { pseudoVsix } from './pseudo-vsix.mjs';
import { close, printResults } from './report.mjs';
import { loadScenarios, runScenario } from './ui/scenario.mjs';
import { installVsix, startServer, workbenchUrl } from './vscode-server.mjs';

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
const scenarios = await loadScenarios(path.resolve(options.scenarios), names);
const vsix = options.vsix ? path.resolve(options.vsix) : packageVsix(extension);
const counts = [];
for (const version of options.vscode) {
  counts.push(await runOn(ensureServer(version)));
}
close(counts);

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
      const folder = samplesFor(scenario, home);
      const url = workbenchUrl(server, folder);
      results.push(await runScenario({ scenario, browser, url, folder, artefacts }));
    }
    await browser.close();
  } finally {
    await server.stop();
    keepLogs(server, artefacts);
  }
  return results;
}

/** A copy of the samples of the scenario's own. */
function samplesFor({ name }, home) {
  const folder = copyFolder(samples, home, path.join('workspaces', name, path.basename(samples)));
  // VS Code may miss a file that is written in the same moment as its folder.
  fs.mkdirSync(path.join(folder, '.vscode'), { recursive: true });
  return folder;
}
