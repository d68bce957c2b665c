// The node that runs a VS Code server. Each server has its own major, and native modules built for it: never this
// machine's node, which may be another one tomorrow. Node built-ins only.
import fs from 'node:fs';
import path from 'node:path';
import { installOnce } from './cache.mjs';
import { say } from './command.mjs';
import { npmInstall } from './npm.mjs';

/** Gives `{ node, headers }`: the program, and the folder that holds its include/node. */
export function ensureNode(version) {
  // The npm packages node-<platform>-<arch> hold the binary itself with its headers: nothing else is downloaded.
  const name = `node-${process.platform}-${process.arch}`;
  const folder = installOnce(`${name}-${version}`, { [name]: version }, (draft) => {
    say(`npm: ${name}@${version}`);
    fs.writeFileSync(path.join(draft, 'package.json'), '{"private":true}');
    npmInstall(draft, [`${name}@${version}`]);
  });
  const headers = path.join(folder, 'node_modules', name);
  return { node: path.join(headers, 'bin/node'), headers };
}
