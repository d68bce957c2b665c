import { isManifestName } from '../../dossier/candidature/manifest-name';

/** A file of the workspace that may be one of ours. */
export interface FoundFile {
  /** From its folder, with `/`. */
  readonly chemin: string;
  /** In bytes. */
  readonly taille: number;
}

export interface FolderEntry {
  readonly nom: string;
  readonly dossier: boolean;
}

/** How files are found where the server runs: on the disk, or through the client. */
export interface FileSystem {
  /** The text of a file; undefined when it does not exist or cannot be read. */
  readonly readFile: (uri: string) => Promise<string | undefined>;
  /** The files of requests and the manifests below a folder, by their name, tools' own folders left out; undefined when not all can be told. */
  readonly listFiles: (folder: string) => Promise<readonly FoundFile[] | undefined>;
  /** What stands in a folder; nothing when it cannot be read. */
  readonly readFolder: (uri: string) => Promise<readonly FolderEntry[]>;
}

/** The names under which files of requests and manifests are kept: a glob for clients, and the same for names. */
export const CHECKED_FILES = '**/{*.avance,*.solde,*.candidature,candidature}.json';

export function isCheckedFile(path: string): boolean {
  return isRequestFile(path) || isManifestName(path.slice(path.lastIndexOf('/') + 1));
}

export function isRequestFile(name: string): boolean {
  return /\.(avance|solde)\.json$/i.test(name);
}

/** Folders of tools and of dependencies: nobody keeps requests there. */
export function isForeignFolder(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}
