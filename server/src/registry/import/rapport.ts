import type { Message } from '../../messages/catalogue';

/** Why a row is left out. */
export type MotifDeRefus = 'finess-absent' | 'finess-impossible' | 'doublon-identique' | 'doublon-different';
/** What is to be known of a row that is kept; what could not be read of it is unknown, and nothing is built on it. */
export type MotifDeRemarque =
  | 'finess-cle'
  | 'finess-lie-illisible'
  | 'siren-illisible'
  | 'nature-inconnue'
  | 'activite-illisible'
  | 'montant-illisible'
  | 'montant-arrondi';

/** Something about one row of the file. JSON: it can be kept with the base. */
export interface Constat {
  readonly ligne: number;
  readonly motif: MotifDeRefus | MotifDeRemarque;
  /** What is written there, cut where it is long. */
  readonly valeur: string;
  /** The header of the column. For duplicates, the row that is kept. */
  readonly colonne?: string;
  readonly autreLigne?: number;
}

/** What became of each row. `lues` = `retenues` + `reunies` + `refus.length`. */
export interface Rapport {
  /** Rows under the header that hold something. */
  readonly lues: number;
  /** Establishments of the base. */
  readonly retenues: number;
  /** Rows that say more of an establishment of another row (a row for each SONS). */
  readonly reunies: number;
  readonly zerosRestitues: number;
  readonly refus: readonly Constat[];
  readonly remarques: readonly Constat[];
  /** Of the file as a whole. */
  readonly generales: readonly Message[];
}

/** The sentence of a row. */
export function messageOf({ ligne, motif, valeur, colonne = '', autreLigne = 0 }: Constat): Message {
  return { key: `base.constat.${motif}`, params: { ligne, valeur, colonne, autreLigne } };
}
