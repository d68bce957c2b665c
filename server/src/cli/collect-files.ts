import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { cannotRun, type CannotRun } from './outcome';
import { cannotRead } from './source';

/** A file to look at. */
export interface Candidate {
  /** As the user will read it. */
  readonly path: string;
  readonly absolute: string;
  /** The user named this very file: they are told what becomes of it. */
  readonly named: boolean;
}

export interface Collected {
  readonly files: readonly Candidate[];
  /** The folders among the arguments, with all that is in them. */
  readonly folders: readonly string[];
  /** Arguments that lead nowhere. */
  readonly refused: readonly CannotRun[];
}

/** The files that the arguments name, each once: a folder stands for the .json files in it, at any depth. */
export async function collectFiles(args: readonly string[], folder: string): Promise<Collected> {
  const files = new Map<string, Candidate>();
  const refused: CannotRun[] = [];
  const emptyFolders: string[] = [];
  const folders: string[] = [];
  const add = (candidate: Candidate): void => {
    if (!files.has(candidate.absolute)) files.set(candidate.absolute, candidate);
  };
  for (const path of args) {
    const absolute = resolve(folder, path);
    try {
      if (!(await stat(absolute)).isDirectory()) {
        add({ path, absolute, named: true });
        continue;
      }
      if ((await walk(path, absolute, add)) === 0) emptyFolders.push(path);
      folders.push(absolute);
    } catch (error) {
      refused.push(cannotRead(path, error));
    }
  }
  if (emptyFolders.length > 0) {
    refused.push(cannotRun('cli.aucun-json', { dossiers: emptyFolders.join(', ') }));
  }
  return { files: [...files.values()], folders, refused };
}

/** Gives every .json below a folder; says how many. Links to folders are not followed: they may lead in circles. */
async function walk(path: string, absolute: string, add: (candidate: Candidate) => void): Promise<number> {
  const entries = await readdir(absolute, { withFileTypes: true });
  let found = 0;
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const inside = { path: join(path, entry.name), absolute: join(absolute, entry.name) };
    if (entry.isDirectory()) {
      if (!isPrivate(entry.name)) found += await walk(inside.path, inside.absolute, add);
    } else if (/\.json$/i.test(entry.name) && (entry.isFile() || entry.isSymbolicLink())) {
      add({ ...inside, named: false });
      found++;
    }
  }
  return found;
}

/** Tools' own folders: nobody keeps requests there. */
function isPrivate(folder: string): boolean {
  return folder.startsWith('.') || folder === 'node_modules';
}
