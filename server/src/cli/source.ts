import { readFile, stat } from 'node:fs/promises';
import { CannotRun, cannotRun, systemError } from './outcome';

/** A filing of 200 requests is about a megabyte: what is much larger is something else. */
const MOST_MEGABYTES = 64;
const MEGABYTE = 1_000_000;

/** A file's bytes and what they say. */
export interface Source {
  readonly bytes: Buffer;
  /** With its byte order mark if it has one; bytes that are not UTF-8 have become U+FFFD. */
  readonly text: string;
  readonly isUtf8: boolean;
}

/** Reads a file. Throws a CannotRun that names it. */
export async function readSource(path: string, absolute: string): Promise<Source> {
  return sourceOf(path, await bytesOf(path, absolute));
}

/** The text of a settings file; undefined where there is none. Throws a CannotRun that names it. */
export async function textIfThere(file: string): Promise<string | undefined> {
  try {
    await stat(file);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemError(error))) return undefined;
    throw cannotRead(file, error);
  }
  return (await readSource(file, file)).text;
}

/** A folder may be filled by anybody: a link in it to a device would be read for ever. */
async function bytesOf(path: string, absolute: string): Promise<Buffer> {
  try {
    const stats = await stat(absolute);
    const isDevice = stats.isCharacterDevice() || stats.isBlockDevice();
    if (isDevice) throw cannotRun('cli.lecture.peripherique', { fichier: path });
    refuseLarge(path, stats.size);
    return await readFile(absolute);
  } catch (error) {
    throw cannotRead(path, error);
  }
}

/** What bytes say. Throws a CannotRun when they are too many. */
export function sourceOf(path: string, bytes: Buffer): Source {
  refuseLarge(path, bytes.length);
  return { bytes, ...decode(bytes) };
}

function refuseLarge(path: string, size: number): void {
  if (size <= MOST_MEGABYTES * MEGABYTE) return;
  const taille = Math.ceil(size / MEGABYTE);
  throw cannotRun('cli.lecture.trop-gros', { fichier: path, taille, limite: MOST_MEGABYTES });
}

function decode(bytes: Buffer): { text: string; isUtf8: boolean } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), isUtf8: true };
  } catch {
    return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), isUtf8: false };
  }
}

/** Says why a file could not be read. */
export function cannotRead(fichier: string, error: unknown): CannotRun {
  if (error instanceof CannotRun) return error;
  switch (systemError(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return cannotRun('cli.lecture.introuvable', { fichier });
    case 'EACCES':
    case 'EPERM':
      return cannotRun('cli.lecture.refusee', { fichier });
    default:
      return cannotRun('cli.lecture.autre', { fichier, erreur: systemError(error) });
  }
}
