// node test/vscode/run-node-host.mjs [--vscode VERSION]… [--extension DIR] [--suite FILE] [--folder DIR]
// The mocha suite in the node extension host of real VS Codes, with the extension as it lies on disk.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { artefactsFolder, copyFolder, keepLogs, repository, withTemporaryFolder } from './folders.mjs';
import { ensureServer } from './install/server-build.mjs';
import { ensurePrograms } from './install/system-packages.mjs';
import { versions } from './install/versions.mjs';
import { close, countSuite } from './report.mjs';
import { runSuiteInPage } from './suite-page.mjs';
import { remoteUri, startServer, workbenchUrl } from './vscode-server.mjs';

const { values: options } = parseArgs({
  options: {
    vscode: { type: 'string', multiple: true, default: Object.keys(versions.servers) },
    extension: { type: 'string', default: repository },
    suite: { type: 'string' },
    folder: { type: 'string' },
  },
});
const extension = path.resolve(options.extension);
const suite = path.resolve(options.suite ?? path.join(extension, 'dist/test/suite/index.js'));
const folder = path.resolve(options.folder ?? path.join(extension, 'samples'));

ensurePrograms(['chromium']);
const counts = [];
for (const version of options.vscode) {
  counts.push(await withTemporaryFolder((home) => runOn(ensureServer(version), home)));
}
close(counts);

async function runOn(build, home) {
  const started = Date.now();
  const artefacts = artefactsFolder(`node-${build.version}`);
  const report = path.join(artefacts, 'report.json');
  const workspace = copyFolder(folder, home, 'workspace');
  // Recent versions read the payload only with the smoke-test driver on; older ones do not mind it.
  const env = { SEGUR_TEST_REPORT: report };
  const server = await startServer({ build, home, env, flags: ['--enable-smoke-test-driver'] });
  let code;
  try {
    const url = workbenchUrl(server, workspace, [
      ['extensionDevelopmentPath', remoteUri(server, extension)],
      ['extensionTestsPath', remoteUri(server, suite.replace(/\.js$/, ''))],
    ]);
    code = await runSuiteInPage({ url, home, artefacts });
    if (code === 0 || code === 1) {
      await server.extensionHostsEnded(); // deactivate() has run: coverage files are on disk
    }
  } finally {
    await server.stop();
    keepLogs(server, artefacts);
  }
  const results = fs.existsSync(report) ? JSON.parse(fs.readFileSync(report, 'utf8')) : [];
  console.log(`VS Code ${build.version}, node extension host, ${Date.now() - started} ms`);
  return countSuite(results, code, artefacts);
}
