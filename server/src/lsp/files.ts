import type { FileSystem } from './workspace/files';

/** What tells one version of a file from another. */
export interface FileStamp {
  /** Bytes. */
  readonly taille: number;
  /** When it was last changed, in milliseconds. */
  readonly modifie: number;
}

/** Files by URI: from the disk, or from the client where there is none. Undefined for what cannot be read. */
export interface Files extends FileSystem {
  stamp(uri: string): Promise<FileStamp | undefined>;
  readBytes(uri: string): Promise<Uint8Array | undefined>;
}

/** Files as bytes, and what tells their versions apart. */
export type FilesAsBytes = Pick<Files, 'stamp' | 'readBytes'>;

/** A folder that the client lends us, for what can be made again. A file that cannot be kept is not kept. */
export interface Store {
  read(folder: string, name: string): Promise<Uint8Array | undefined>;
  write(folder: string, name: string, bytes: Uint8Array): Promise<void>;
}
