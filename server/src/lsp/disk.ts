import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Files, Store } from './files';
import { LISTED } from './workspace/disk';

async function orNothing<Value>(ask: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await ask();
  } catch {
    return undefined;
  }
}

/** Files on the disk of the server's own process. What is not there, or on no disk, counts as none. */
export const DISK: Files = {
  ...LISTED,
  readFile: (uri) => orNothing(() => readFile(fileURLToPath(uri), 'utf8')),
  readBytes: (uri) => orNothing(() => readFile(fileURLToPath(uri))),
  stamp: (uri) =>
    orNothing(async () => {
      const { size, mtimeMs } = await stat(fileURLToPath(uri));
      return { taille: size, modifie: mtimeMs };
    }),
};

export const DISK_STORE: Store = {
  read: (folder, name) => orNothing(() => readFile(path.join(fileURLToPath(folder), name))),
  write: async (folder, name, bytes) => {
    await orNothing(async () => {
      const file = path.join(fileURLToPath(folder), name);
      const draft = `${file}.${process.pid}`;
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(draft, bytes);
      // At once: another window never reads half a file.
      await rename(draft, file);
    });
  },
};
