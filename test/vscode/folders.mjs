// Where runners read and write.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Top of this repository. */
export const repository = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');

/** A new empty folder test/artefacts/<name>, for screenshots and logs. */
export function artefactsFolder(name) {
  const folder = path.join(repository, 'test/artefacts', name);
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  return folder;
}

/** Calls `use` with a new temporary folder, and removes it afterwards. */
export async function withTemporaryFolder(use) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'segur-vscode-'));
  try {
    return await use(folder);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A copy of `folder` below `home`: tests edit files, and must never edit the originals. */
export function copyFolder(folder, home, name) {
  const copy = path.join(home, name);
  fs.cpSync(folder, copy, { recursive: true });
  return copy;
}

/** Keeps VS Code's own log files (extension host, output channels) among the artefacts. */
export function keepLogs(server, artefacts) {
  fs.mkdirSync(artefacts, { recursive: true });
  fs.copyFileSync(server.log, path.join(artefacts, 'server.log'));
  const logs = path.join(server.userData, 'logs');
  if (fs.existsSync(logs)) {
    fs.cpSync(logs, path.join(artefacts, 'logs'), { recursive: true });
  }
}
