import type { FileSystem } from '../../server/src/lsp/workspace/files';
import { isCheckedFile } from '../../server/src/lsp/workspace/files';

/** Files that a server finds and reads, by URI; the test changes them. */
export function filesInMemory(files: Map<string, string>): FileSystem & { readonly read: string[] } {
  const read: string[] = [];
  const below = (folder: string): string[] =>
    [...files.keys()]
      .filter((uri) => uri.startsWith(`${folder}/`))
      .map((uri) => uri.slice(folder.length + 1));
  return {
    read,
    readFile: (uri) => {
      read.push(uri);
      return Promise.resolve(files.get(uri));
    },
    listFiles: (folder) =>
      Promise.resolve(
        below(folder)
          .filter(isCheckedFile)
          .map((chemin) => ({ chemin, taille: files.get(`${folder}/${chemin}`)?.length ?? 0 })),
      ),
    readFolder: (folder) => {
      const names = new Map(below(folder).map((path) => [path.split('/')[0] ?? '', path.includes('/')]));
      return Promise.resolve([...names].map(([nom, dossier]) => ({ nom, dossier })));
    },
  };
}
