// node test/vscode/install.mjs [--vscode VERSION]… [--web] [--browser] [--editor]
// Installs what the tests in a real VS Code need; with no option, everything. A second run takes no time.
import { parseArgs } from 'node:util';
import { cacheFolder } from './install/cache.mjs';
import { say } from './install/command.mjs';
import { ensureServer } from './install/server-build.mjs';
import { ensurePrograms } from './install/system-packages.mjs';
import { versions } from './install/versions.mjs';
import { ensureWebBuild } from './install/web-build.mjs';

const { values } = parseArgs({
  options: {
    vscode: { type: 'string', multiple: true },
    web: { type: 'boolean' },
    browser: { type: 'boolean' },
    editor: { type: 'boolean' },
  },
});
const everything = Object.keys(values).length === 0;

try {
  const programs = [
    ...(everything || values.browser ? ['chromium'] : []),
    ...(everything || values.editor ? ['neovim', 'emacs'] : []),
  ];
  ensurePrograms(programs);
  // Whether it is missing can be told once Emacs is there.
  if (programs.includes('emacs')) ensurePrograms(['eglot']);
  for (const version of values.vscode ?? (everything ? Object.keys(versions.servers) : [])) {
    ensureServer(version);
  }
  if (everything || values.web) {
    ensureWebBuild();
  }
  say(`ready: ${cacheFolder()}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
