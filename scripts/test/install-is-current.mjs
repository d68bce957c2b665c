import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Says whether node_modules under `root` holds what package-lock.json asks for: then `npm ci` would change nothing. */
export function installIsCurrent(root) {
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const present = packagesOf(join(root, 'node_modules/.package-lock.json'));
  if (!wanted || !present) return false;
  // Packages made for other machines are asked for, and rightly absent.
  return Object.entries(wanted)
    .filter(([path, entry]) => path !== '' && !entry.optional)
    .every(([path, entry]) => present[path]?.version === entry.version);
}

function packagesOf(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
