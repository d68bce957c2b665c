import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { cannotRun } from './outcome';
import { createFile, replaceFile } from './replace-file';
import { readSource } from './source';

/** A file to write: its path as the user reads it, and its text. */
export interface NewFile {
  readonly path: string;
  readonly absolute: string;
  readonly text: string;
}

export function newFile(path: string, text: string, folder: string): NewFile {
  return { path, absolute: resolve(folder, path), text };
}

/** Throws a CannotRun, before anything is written, when one of these files is there. */
export async function refuseIfThere(files: readonly NewFile[]): Promise<void> {
  for (const { path, absolute } of files) {
    if (await exists(absolute)) throw cannotRun('cli.solde.existe', { fichier: path });
  }
}

/** Writes one file in one step, in the place of what is there. */
export async function writeFile({ path, absolute, text }: NewFile): Promise<void> {
  if (!(await exists(absolute))) await createFile(path, absolute, text);
  else await replaceFile(path, absolute, (await readSource(path, absolute)).bytes, text);
}

export async function exists(absolute: string): Promise<boolean> {
  try {
    await stat(absolute);
    return true;
  } catch {
    return false;
  }
}
