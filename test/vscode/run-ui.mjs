// node test/vscode/run-ui.mjs [--vscode VERSION]… [--extension DIR] [--vsix FILE] [--folder DIR] [--scenarios DIR] [NAME]…
// Packages the extension, installs it in a real VS Code and uses it by mouse and keyboard: one scenario a file of
// test/vscode/ui/scenarios, exporting { title, run(context) }; see ui/scenario.mjs for what a context holds.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openBrowser } from './browser.mjs';
import { artefactsFolder, copyFolder, keepLogs, repository, withTemporaryFolder } from './folders.mjs';
import { ensureServer } from './install/server-build.mjs';
import { ensurePrograms } from './install/system-packages.mjs';
import { newestVersion } from './install/versions.mjs';
import { packageVsix } from './package-vsix.mjs';
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
  counts.push(await withTemporaryFolder((home) => runOn(ensureServer(version), home)));
}
close(counts);

async function runOn(build, home) {
  const artefacts = artefactsFolder(build.version === newestVersion ? 'ui' : `ui-${build.version}`);
  installVsix({ build, home, vsix });
  const server = await startServer({ build, home });
  const results = [];
  try {
    const browser = await openBrowser(home);
    for (const scenario of scenarios) {
      const folder = samplesFor(scenario, home);
      const url = workbenchUrl(server, folder);
      results.push(await runScenario({ scenario, browser, url, folder, artefacts }));
    }
    await browser.close();
  } finally {
    await server.stop();
    keepLogs(server, artefacts);
  }
  console.log(
    `VS Code ${build.version}, packaged extension, by mouse and keyboard. Screenshots: ${artefacts}`,
  );
  return printResults(results);
}

/** A copy of the samples of the scenario's own. */
function samplesFor({ name }, home) {
  const folder = copyFolder(samples, home, path.join('workspaces', name, path.basename(samples)));
  // VS Code may miss a file that is written in the same moment as its folder.
  fs.mkdirSync(path.join(folder, '.vscode'), { recursive: true });
  return folder;
}
