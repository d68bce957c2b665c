import { lstat, realpath } from 'node:fs/promises';
import { dirname, sep } from 'node:path';
import { cannotRun } from './outcome';

/**
 * Throws a CannotRun where a link leads a path out of its folder: a folder made by somebody else may have one in the
 * place of its `.segur`, and what is written there would be written elsewhere.
 */
export async function refuseOutside(path: string, absolute: string, folder: string): Promise<void> {
  const real = await realOf(absolute);
  const root = await realpath(folder);
  if (real === root || real?.startsWith(root.endsWith(sep) ? root : root + sep)) return;
  throw cannotRun('cli.hors-dossier', { fichier: path, dossier: folder });
}

/** Where a path leads, as far as it exists; undefined for a link that leads to nothing. */
async function realOf(absolute: string): Promise<string | undefined> {
  for (let at = absolute; ; at = dirname(at)) {
    try {
      return await realpath(at);
    } catch {
      if (dirname(at) === at || (await isLink(at))) return undefined;
    }
  }
}

async function isLink(path: string): Promise<boolean> {
  return lstat(path).then(
    (stats) => stats.isSymbolicLink(),
    () => false,
  );
}
