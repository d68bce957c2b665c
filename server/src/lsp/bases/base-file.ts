import type { Message } from '../../messages/catalogue';
import { checksum } from '../../registry/index/bytes';
import { loadBase, type BaseChargee } from '../../registry/import/load-base';
import type { Mapping } from '../../registry/mapping/mapping';
import { LIMITS, refuseTooLarge } from '../../registry/table/limits';
import { refusOf } from '../../registry/table/refusal';
import type { Refus } from '../../registry/table/table';
import type { FilesAsBytes, FileStamp } from '../files';
import { fileNameOf } from '../../dossier/file-name';
import { inPieces, type Listener } from './in-pieces';

/** A file to be read as a base, and how. */
export interface BaseFile extends Partial<Mapping> {
  readonly uri: string;
  /** A folder that nobody trusts names a place outside of itself: nothing there is touched. */
  readonly dehors?: boolean;
}

/** Names one version of a file, read in one way. */
export function versionOf(
  { uri, feuille, colonnes, dehors }: BaseFile,
  stamp: FileStamp | undefined,
): string {
  const named = [uri, feuille ?? null, colonnes ?? null, stamp ?? null];
  return JSON.stringify(dehors === true ? [...named, 'dehors'] : named);
}

/** What tells the present version from others; undefined for a file that is not there, or not to be touched. */
export async function stampOf(
  { uri, dehors }: BaseFile,
  files: FilesAsBytes,
): Promise<FileStamp | undefined> {
  const stamp = dehors === true ? undefined : await files.stamp(uri);
  // Some file systems tell no date: only the content tells their versions apart.
  if (stamp?.modifie !== 0 || stamp.taille > LIMITS.octets) return stamp;
  const bytes = await files.readBytes(uri);
  return bytes && { taille: bytes.length, modifie: checksum(bytes) };
}

/** The bytes of a file, or why there are none: it is not there, or too large to be read at all. */
export async function bytesOf(
  { uri, dehors }: BaseFile,
  files: FilesAsBytes,
): Promise<{ readonly etat: 'octets'; readonly octets: Uint8Array } | Refus> {
  const fichier = fileNameOf(uri);
  if (dehors === true) return { etat: 'refus', message: { key: 'base.refus.dehors', params: { fichier } } };
  const stamp = await files.stamp(uri);
  try {
    if (stamp) refuseTooLarge(stamp.taille, LIMITS);
  } catch (thrown) {
    return refusOf(thrown, fichier);
  }
  const octets = stamp && (await files.readBytes(uri));
  return octets ? { etat: 'octets', octets } : absent(fichier);
}

/** Reads a file from end to end; undefined when nobody waits any more. */
export async function readBaseFile(
  file: BaseFile,
  files: FilesAsBytes,
  listener: Listener,
): Promise<BaseChargee | Refus | undefined> {
  const read = await bytesOf(file, files);
  if (read.etat === 'refus') return read;
  return inPieces(loadBase(read.octets, fileNameOf(file.uri), file), listener);
}

function absent(fichier: string): Refus {
  const message: Message = { key: 'base.refus.introuvable', params: { fichier } };
  return { etat: 'refus', message };
}
