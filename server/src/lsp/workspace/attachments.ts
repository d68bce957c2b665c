import { isForeignFolder, type FileSystem } from './files';
import { below } from './uri';

/** Folders looked into beside a file: attachments are kept in one or two. */
const MOST_FOLDERS = 20;

/** The files that stand beside a file or in a folder beside it, by name; the nearest one where there are several. */
export async function filesAround(uri: string, files: FileSystem): Promise<ReadonlyMap<string, string>> {
  const home = uri.slice(0, uri.lastIndexOf('/'));
  const beside = await files.readFolder(home);
  const found = new Map<string, string>();
  for (const { nom, dossier } of beside) if (!dossier) found.set(nom, below(home, nom));
  const folders = beside
    .filter(({ nom, dossier }) => dossier && !isForeignFolder(nom))
    .slice(0, MOST_FOLDERS);
  const inside = await Promise.all(folders.map(({ nom }) => files.readFolder(below(home, nom))));
  for (const [rank, entries] of inside.entries()) {
    for (const { nom, dossier } of entries) {
      if (!dossier && !found.has(nom)) found.set(nom, below(home, `${folders[rank]?.nom ?? ''}/${nom}`));
    }
  }
  return found;
}
