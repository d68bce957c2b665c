import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isCheckedFile, isForeignFolder, type FileSystem, type FoundFile } from './files';

/** How folders of the disk are looked through. */
export const LISTED: Pick<FileSystem, 'listFiles' | 'readFolder'> = {
  listFiles: async (folder) => {
    const found: FoundFile[] = [];
    const top = pathOf(folder);
    if (top !== undefined) await walk(top, '', found);
    return found;
  },
  readFolder: async (uri) => {
    const place = pathOf(uri);
    const entries = place === undefined ? [] : await entriesOf(place);
    return entries.map((entry) => ({ nom: entry.name, dossier: entry.isDirectory() }));
  },
};

/** Links to folders are not followed: they may lead in circles. */
async function walk(top: string, below: string, found: FoundFile[]): Promise<void> {
  for (const entry of await entriesOf(path.join(top, below))) {
    const chemin = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!isForeignFolder(entry.name)) await walk(top, chemin, found);
    } else if (entry.isFile() && isCheckedFile(entry.name)) {
      found.push({ chemin, taille: await sizeOf(path.join(top, chemin)) });
    }
  }
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch {
    return 0;
  }
}

function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
