// npm in a folder of the cache, run by the node that will load what it builds. Node built-ins only.
import fs from 'node:fs';
import path from 'node:path';
import { findCommand, runQuietly } from './command.mjs';

/** Path of npm's own script: of the npm that started us, or of the one in the PATH, or of the one beside node. */
export function npmScript() {
  const besideNode = path.join(path.dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js');
  const inPath = findCommand('npm');
  const candidates = [process.env.npm_execpath, inPath && fs.realpathSync(inPath), besideNode];
  const found = candidates.find((file) => file?.endsWith('npm-cli.js') && fs.existsSync(file));
  if (!found) {
    throw new Error('npm est introuvable. / npm was not found.');
  }
  return found;
}

const QUIET = ['--no-audit', '--no-fund', '--loglevel=error'];

/** `npm install` with no install script at all: some of these packages would download a browser or compile for minutes. */
export function npmInstall(folder, packages = [], runtime = { node: process.execPath }) {
  const production = packages.length === 0 ? ['--omit=dev'] : [];
  npm(folder, ['install', '--ignore-scripts', ...QUIET, ...production, ...packages], runtime);
}

/** Compiles native modules against the headers of the node that will load them. */
export function npmRebuild(folder, packages, runtime) {
  npm(folder, ['rebuild', ...QUIET, ...packages], runtime);
}

function npm(folder, args, { node, headers }) {
  const env = { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}` };
  if (headers) {
    env.npm_config_nodedir = headers;
  }
  runQuietly(node, [npmScript(), ...args], { cwd: folder, env });
}
