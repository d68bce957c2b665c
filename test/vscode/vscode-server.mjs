// Starts and stops a real VS Code server on 127.0.0.1. Node built-ins only: `npm start` uses it too.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { runQuietly } from './install/command.mjs';
import { until } from './until.mjs';

const QUIET_SETTINGS = JSON.parse(
  fs.readFileSync(new URL('./workbench-settings.json', import.meta.url), 'utf8'),
);

/**
 * Starts `build` (from ensureServer) with the profile of folder `home`, and waits until it listens.
 * `settings` are added to a profile that has none yet; `env` reaches the extensions; `token` guards the address.
 * Gives `{ url, authority, userData, log, stop, extensionHostsEnded }`.
 */
export async function startServer({
  build,
  home,
  settings = {},
  env = {},
  flags = [],
  port = 0,
  token,
  timeout = 60_000,
}) {
  const userData = path.join(home, 'user');
  writeSettings(userData, settings);
  const log = path.join(home, 'server.log');
  const output = fs.openSync(log, 'w');
  const guard = token ? ['--connection-token', token] : ['--without-connection-token'];
  const address = ['--host', '127.0.0.1', '--port', String(port)];
  const args = [
    serverScript(build),
    ...address,
    ...guard,
    ...profileFlags(home),
    '--telemetry-level',
    'off',
    ...flags,
  ];
  const child = spawn(build.node, args, {
    cwd: build.root,
    env: serverEnvironment(env),
    stdio: ['ignore', output, output],
    detached: true, // a process group of its own: the language server is a grandchild, and must end too
  });
  fs.closeSync(output);
  const readLog = () => fs.readFileSync(log, 'utf8');
  const stop = () => stopGroup(child);
  process.once('exit', () => signalGroup(child, 'SIGKILL'));
  const listening = await until(() => child.exitCode !== null || LISTENING.test(readLog()), timeout);
  const actualPort = LISTENING.exec(readLog())?.[1];
  if (!listening || !actualPort) {
    await stop();
    throw new Error(`The VS Code server did not start:\n${readLog()}`);
  }
  const authority = `127.0.0.1:${actualPort}`;
  const extensionHostsEnded = () => until(() => hostsStarted(readLog()) === hostsEnded(readLog()), 8000);
  return { url: `http://${authority}`, authority, userData, log, stop, extensionHostsEnded };
}

/** Installs a packaged extension (.vsix) into the profile of `home`. */
export function installVsix({ build, home, vsix }) {
  const args = [serverScript(build), ...profileFlags(home), '--install-extension', vsix, '--force'];
  const said = runQuietly(build.node, args, { cwd: build.root, env: serverEnvironment({}) });
  if (!/successfully installed/.test(said)) {
    throw new Error(`${vsix}: ${said}`);
  }
}

/** Identifiers of the extensions that the profile of `home` holds. */
export function listExtensions({ build, home }) {
  const args = [serverScript(build), ...profileFlags(home), '--list-extensions'];
  return runQuietly(build.node, args, { cwd: build.root, env: serverEnvironment({}) })
    .split(/\s+/)
    .filter(Boolean);
}

/** Address of the workbench on a folder; `payload` is a list of [name, value] that VS Code reads at start. */
export function workbenchUrl(server, folder, payload = []) {
  return `${server.url}/?${new URLSearchParams({ folder, payload: JSON.stringify(payload) })}`;
}

/** How the workbench names a file of the server's disk. */
export const remoteUri = (server, file) => `vscode-remote://${server.authority}${file}`;

const LISTENING = /Extension host agent listening on (\d+)/;
const hostsStarted = (log) => log.match(/Launched Extension Host Process/g)?.length ?? 0;
const hostsEnded = (log) => log.match(/Extension Host Process exited/g)?.length ?? 0;
const serverScript = (build) => path.join(build.root, 'out/server-main.js');

function profileFlags(home) {
  const folders = { 'server-data-dir': 'server', 'user-data-dir': 'user', 'extensions-dir': 'extensions' };
  const flags = Object.entries(folders).flatMap(([name, folder]) => [`--${name}`, path.join(home, folder)]);
  return ['--accept-server-license-terms', ...flags];
}

/** Workspace trust and the welcome page are read from the user's settings only, not from the machine's. */
function writeSettings(userData, settings) {
  const file = path.join(userData, 'User/settings.json');
  if (!fs.existsSync(file)) {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, JSON.stringify({ ...QUIET_SETTINGS, ...settings }, null, 2));
  }
}

/** A terminal inside VS Code exports variables that would mislead another VS Code. */
function serverEnvironment(added) {
  const kept = Object.entries(process.env).filter(([name]) => !/^(VSCODE|ELECTRON)_/.test(name));
  return { ...Object.fromEntries(kept), ...added };
}

function signalGroup(child, signal) {
  try {
    return process.kill(-child.pid, signal);
  } catch {
    return false; // nobody of the group is left
  }
}

async function stopGroup(child) {
  signalGroup(child, 'SIGTERM');
  await until(() => !signalGroup(child, 0), 5000);
  signalGroup(child, 'SIGKILL');
}
