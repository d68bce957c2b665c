// The folder, outside the clone, that keeps what was downloaded. Node built-ins only.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** SEGUR_VSCODE_CACHE, or ~/.cache/segur-sons-vscode. */
export function cacheFolder() {
  return path.resolve(
    process.env.SEGUR_VSCODE_CACHE || path.join(os.homedir(), '.cache', 'segur-sons-vscode'),
  );
}

/**
 * Makes the folder `name` of the cache once: `make(draft)` fills a draft, which takes its name only when it is
 * complete and stamped with `pins`. A failed draft is thrown away: npm does not mend a half-made node_modules.
 * Returns the folder.
 */
export function installOnce(name, pins, make) {
  const folder = path.join(cacheFolder(), name);
  if (readStamp(folder) === JSON.stringify(pins)) {
    return folder;
  }
  const draft = `${folder}.draft-${process.pid}`;
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(draft, { recursive: true });
  try {
    make(draft);
    fs.writeFileSync(path.join(draft, STAMP), JSON.stringify(pins));
    takeName(draft, folder, pins);
  } finally {
    fs.rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}

const STAMP = 'installed.json';

function readStamp(folder) {
  try {
    return fs.readFileSync(path.join(folder, STAMP), 'utf8');
  } catch {
    return undefined;
  }
}

/** Another run may have finished the same folder meanwhile: then its copy stays, and is as good. */
function takeName(draft, folder, pins) {
  if (readStamp(folder) === JSON.stringify(pins)) {
    return;
  }
  fs.rmSync(folder, { recursive: true, force: true });
  fs.renameSync(draft, folder);
}
