/**
 * What a server without a disk, or whose folders are on none, asks of our client: the editor's own file systems. A
 * client that knows nothing of this answers nothing, which counts as no file.
 */

/** Server → client: the text of a file; null when it cannot be read. */
export const LIRE_FICHIER = 'segur/lireFichier';

/** Server → client: the files of requests below a folder, by their name; null when they cannot be listed to the last. */
export const FICHIERS = 'segur/fichiers';

/** Server → client: what stands in a folder; null when it cannot be read. */
export const LIRE_DOSSIER = 'segur/lireDossier';

/** Server → client: the size and the date of a file; null when there is none. */
export const ETAT_FICHIER = 'segur/etatFichier';

/** Server → client: the bytes of a file, as {@link inPieces} writes them; null when there is none. */
export const LIRE_OCTETS = 'segur/lireOctets';

/** Server → client: keeps bytes in the folder that the client lends, under a name without a folder. */
export const GARDER = 'segur/garder';
export interface Garder {
  readonly nom: string;
  readonly octets: readonly string[];
}
