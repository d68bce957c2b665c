import { randomUUID } from 'node:crypto';
import { link, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { CannotRun, cannotRun, systemError } from './outcome';

/**
 * Puts `text` in the place of a file, in one step: a reader finds the old file or the new one, never half of one.
 * `before` is what the file held when it was read: if someone has changed it since, nothing is written.
 * Throws a CannotRun that names the file, which is then as it was.
 */
export async function replaceFile(
  path: string,
  absolute: string,
  before: Buffer,
  text: string,
): Promise<void> {
  try {
    // A link goes on leading to its file.
    const target = await realpath(absolute);
    const draft = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
    try {
      await writeDraft(draft, text, (await stat(target)).mode);
      if (!before.equals(await readFile(target))) {
        throw cannotRun('cli.fix.modifie-entre-temps', { fichier: path });
      }
      await rename(draft, target);
    } finally {
      await rm(draft, { force: true });
    }
  } catch (error) {
    if (error instanceof CannotRun) throw error;
    throw cannotRun('cli.fix.ecriture', { fichier: path, erreur: systemError(error) });
  }
}

/** Puts a new file there in one step. Throws a CannotRun that names it when something has taken its place meanwhile. */
export async function createFile(
  path: string,
  absolute: string,
  content: string | Uint8Array,
): Promise<void> {
  const draft = join(dirname(absolute), `.${basename(absolute)}.${randomUUID()}.tmp`);
  try {
    try {
      await writeDraft(draft, content, NEW_FILE);
      // A link, unlike a renaming, never replaces what is there.
      await link(draft, absolute);
    } finally {
      await rm(draft, { force: true });
    }
  } catch (error) {
    if (systemError(error) === 'EEXIST') throw cannotRun('cli.solde.existe', { fichier: path });
    throw cannotRun('cli.solde.ecriture', { fichier: path, erreur: systemError(error) });
  }
}

/** The rights of a file that nobody asked otherwise for. */
const NEW_FILE = 0o644;

/** The new content on the disk itself, with the rights of the file that it will replace. */
async function writeDraft(draft: string, content: string | Uint8Array, mode: number): Promise<void> {
  const file = await open(draft, 'wx', mode);
  try {
    await file.writeFile(content, 'utf8');
    await file.chmod(mode);
    await file.sync();
  } finally {
    await file.close();
  }
}
