/** What tells one version of a file from another. */
export interface FileStamp {
  /** Bytes. */
  readonly taille: number;
  /** When it was last changed, in milliseconds. */
  readonly modifie: number;
}

/** Files as bytes, by URI: from the disk, or from the client where there is none. Undefined for what cannot be read. */
export interface Files {
  stamp(uri: string): Promise<FileStamp | undefined>;
  read(uri: string): Promise<Uint8Array | undefined>;
}

/** A folder that the client lends us, for what can be made again. A file that cannot be kept is not kept. */
export interface Store {
  read(folder: string, name: string): Promise<Uint8Array | undefined>;
  write(folder: string, name: string, bytes: Uint8Array): Promise<void>;
}
