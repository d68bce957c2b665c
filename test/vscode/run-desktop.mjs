// node test/vscode/run-desktop.mjs [VERSION or path of a VS Code executable]
// The same suite in the desktop VS Code. @vscode/test-electron downloads it: this needs an ordinary network.
import fs from 'node:fs';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { artefactsFolder, copyFolder, repository, withTemporaryFolder } from './folders.mjs';
import { close, countSuite } from './report.mjs';

const wanted = process.argv[2] ?? 'stable';
const which = fs.existsSync(wanted) ? { vscodeExecutablePath: path.resolve(wanted) } : { version: wanted };
const artefacts = artefactsFolder('desktop');
const report = path.join(artefacts, 'report.json');

const code = await withTemporaryFolder(async (home) => {
  const workspace = copyFolder(path.join(repository, 'samples'), home, 'workspace');
  try {
    return await runTests({
      ...which,
      extensionDevelopmentPath: repository,
      extensionTestsPath: path.join(repository, 'dist/test/suite/index.js'),
      extensionTestsEnv: { SEGUR_TEST_REPORT: report },
      launchArgs: [
        workspace,
        '--disable-extensions',
        '--disable-workspace-trust',
        '--user-data-dir',
        path.join(home, 'user'),
      ],
    });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
});
const results = fs.existsSync(report) ? JSON.parse(fs.readFileSync(report, 'utf8')) : [];
close([countSuite(results, code, artefacts)]);
