/** What stands in a folder. A link is neither a file nor a folder: it may lead in circles. */
export interface Entry {
  readonly nom: string;
  readonly genre: 'fichier' | 'dossier' | 'autre';
}

/** Folders asked for at once: each may be a question to a far server. */
const AT_ONCE = 8;
/** A file system with more folders below one is not walked through to its end. */
const MOST_FOLDERS = 5000;

/**
 * The paths of the files below a folder, from it and with `/`, whose names are accepted. `read` is given the path of a
 * folder, empty for the first. A folder that cannot be read counts as empty, but the first; undefined when that one
 * cannot be read, or when there are too many: then nothing is known.
 */
export async function walk(
  read: (path: string) => Promise<readonly Entry[]>,
  accepts: { readonly file: (nom: string) => boolean; readonly folder: (nom: string) => boolean },
): Promise<readonly string[] | undefined> {
  const found: string[] = [];
  const folders = [''];
  let done = 0;
  while (done < folders.length) {
    if (folders.length > MOST_FOLDERS) return undefined;
    const some = folders.slice(done, done + AT_ONCE);
    done += some.length;
    const listed = await Promise.all(
      some.map(async (path) => ({ path, entries: await orNothing(read, path) })),
    );
    for (const { path, entries } of listed) {
      if (!entries && path === '') return undefined;
      for (const { nom, genre } of entries ?? []) {
        const below = path === '' ? nom : `${path}/${nom}`;
        if (genre === 'fichier' && accepts.file(nom)) found.push(below);
        if (genre === 'dossier' && accepts.folder(nom)) folders.push(below);
      }
    }
  }
  return found.sort();
}

async function orNothing<T>(read: (path: string) => Promise<T>, path: string): Promise<T | undefined> {
  try {
    return await read(path);
  } catch {
    return undefined;
  }
}
