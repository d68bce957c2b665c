// node test/vscode/run-ui.mjs [--vscode VERSION]… [--extension DIR] [--vsix FILE] [--folder DIR] [--scenarios DIR] [NAME]…
// Packages the extension, installs it in a real VS Code and uses it by mouse and keyboard: one scenario a file of
// test/vscode/ui/scenarios, exporting { title, run(context) }; see ui/scenario.mjs for what a context holds.
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
  counts.push(await withTemporaryFolder((home) => runOn(ensureServer(version), home)));
}
close(counts);

async function loadScenarios(folder) {
  const files = fs.readdirSync(folder).filter((file) => file.endsWith('.mjs'));
  const chosen = files.filter((file) => names.length === 0 || names.includes(path.basename(file, '.mjs')));
  return Promise.all(
    chosen.sort().map(async (file) => {
      const { title, run } = await import(pathToFileURL(path.join(folder, file)).href);
      return { name: path.basename(file, '.mjs'), title, run };
    }),
  );
}

async function runOn(build, home) {
  const artefacts = artefactsFolder(build.version === newestVersion ? 'ui' : `ui-${build.version}`);
  installVsix({ build, home, vsix });
  const server = await startServer({ build, home });
  const results = [];
  try {
    const browser = await openBrowser(home);
    for (const scenario of scenarios) {
      results.push(await runScenario({ scenario, browser, server, home, samples, artefacts }));
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
