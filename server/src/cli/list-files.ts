import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FichierPresent } from '../rules/pieces/fichiers-presents';

/** Folders below the one asked for, and files in all: attachments do not lie deeper, nor are they more. */
const DEEPEST = 3;
export const MOST_FILES = 10_000;

/** The files of a folder and of those below; hidden folders and links are left out. */
export async function listFiles(folder: string): Promise<readonly FichierPresent[]> {
  const files: FichierPresent[] = [];
  const visit = async (path: string, depth: number): Promise<void> => {
    for (const entry of await readdir(join(folder, path), { withFileTypes: true })) {
      if (files.length >= MOST_FILES) return;
      const chemin = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isFile()) {
        files.push({ chemin, taille: (await stat(join(folder, chemin))).size });
      } else if (entry.isDirectory() && depth < DEEPEST && !isLeftOut(entry.name)) {
        await visit(chemin, depth + 1);
      }
    }
  };
  await visit('', 0);
  return files;
}

function isLeftOut(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}
