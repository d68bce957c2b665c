// VS Code's own server and workbench, taken out of the npm package code-server. Node built-ins only.
import fs from 'node:fs';
import path from 'node:path';
import { installOnce } from './cache.mjs';
import { findCommand, say } from './command.mjs';
import { ensureNode } from './node-runtime.mjs';
import { npmInstall, npmRebuild } from './npm.mjs';
import { ensurePrograms } from './system-packages.mjs';
import { versions } from './versions.mjs';

/** Installs the VS Code server of a version of versions.json when needed. Gives `{ version, node, root }`. */
export function ensureServer(version) {
  const pins = versions.servers[version];
  if (!pins) {
    throw new Error(`VS Code ${version} ? ${Object.keys(versions.servers).join(', ')}`);
  }
  if (process.platform !== 'linux') {
    throw new Error(
      "Ce serveur n'existe que pour Linux : installez VS Code. / This server is for Linux only: install VS Code.",
    );
  }
  ensurePrograms(pins.ripgrep ? ['ripgrep'] : []);
  const runtime = ensureNode(pins.node);
  const name = `vscode-server-${pins.codeServer}-${process.platform}-${process.arch}`;
  const folder = installOnce(name, pins, (draft) => make(draft, pins, runtime));
  return { version, node: runtime.node, root: vscodeRoot(folder) };
}

const vscodeRoot = (folder) => path.join(folder, 'node_modules/code-server/lib/vscode');

function make(draft, pins, runtime) {
  ensurePrograms(['python3', 'make', 'C++ compiler']);
  fs.writeFileSync(path.join(draft, 'package.json'), '{"private":true}');
  say(`npm: code-server@${pins.codeServer}`);
  npmInstall(draft, [`code-server@${pins.codeServer}`], runtime);
  const root = vscodeRoot(draft);
  say('npm: dependencies of VS Code');
  npmInstall(root, [], runtime);
  npmInstall(path.join(root, 'extensions'), [], runtime);
  // The extension host does not start without the watchdog, and keeps no log without spdlog. No other is needed.
  say(`npm: compiling ${pins.native.join(', ')}`);
  npmRebuild(root, pins.native, runtime);
  if (pins.ripgrep) {
    linkRipgrep(root);
  }
  trim(root);
}

/** Older builds download ripgrep in a script that is not run here; searching for files needs it. */
function linkRipgrep(root) {
  const home = path.join(root, 'node_modules/@vscode/ripgrep/bin');
  fs.mkdirSync(home, { recursive: true });
  fs.symlinkSync(findCommand('rg'), path.join(home, 'rg'));
}

/** Hundreds of megabytes of AI agents and of other systems' binaries that no test of an extension uses. */
function trim(root) {
  const unused = [
    'extensions/copilot',
    'extensions/mermaid-markdown-features',
    `node_modules/@github/copilot-sdk-${process.platform}-${process.arch}`,
    'node_modules/@github/copilot-sdk',
    'node_modules/@microsoft/mxc-sdk',
    'node_modules/node-pty/third_party',
  ];
  for (const name of unused) {
    fs.rmSync(path.join(root, name), { recursive: true, force: true });
  }
  const ours = `${process.platform}-${process.arch}`;
  keepOnly(path.join(root, 'node_modules/node-pty/prebuilds'), ours);
  keepOnly(path.join(root, 'node_modules/@vscode/ripgrep-universal/bin'), ours);
}

function keepOnly(folder, part) {
  for (const name of fs.existsSync(folder) ? fs.readdirSync(folder) : []) {
    if (!name.includes(part)) {
      fs.rmSync(path.join(folder, name), { recursive: true, force: true });
    }
  }
}
