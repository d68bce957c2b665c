import type { Stats } from 'node:fs';
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

/** Bytes of a text that is read at all: a settings file may be a link to anything. */
const LARGEST_TEXT = 64 * 1024 * 1024;

/** Where a file is, and what it is. A device or a pipe, which never ends or never begins, is no file. */
async function regular(uri: string): Promise<{ readonly place: string; readonly stats: Stats }> {
  const place = fileURLToPath(uri);
  const stats = await stat(place);
  if (!stats.isFile()) throw new Error('no regular file');
  return { place, stats };
}

/** Files on the disk of the server's own process. What is not there, on no disk or no file counts as none. */
export const DISK: Files = {
  ...LISTED,
  readFile: (uri) =>
    orNothing(async () => {
      const { place, stats } = await regular(uri);
      return stats.size > LARGEST_TEXT ? undefined : readFile(place, 'utf8');
    }),
  readBytes: (uri) => orNothing(async () => readFile((await regular(uri)).place)),
  stamp: (uri) =>
    orNothing(async () => {
      const { size, mtimeMs } = (await regular(uri)).stats;
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
