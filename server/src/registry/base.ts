/** One establishment of the base of eligible establishments. */
export interface Etablissement {
  /** Nine characters, leading zero restored. */
  readonly finess: string;
  readonly raisonSociale: string | undefined;
  /** What its FINESS number names; undefined where the file does not say so. */
  readonly nature: NatureFiness | undefined;
  readonly categorie: string | undefined;
  /** A decimal text with a point. */
  readonly activiteCombinee: string | undefined;
  /** Nine digits; undefined where the file has no such column. */
  readonly siren: string | undefined;
  /** The number of the other nature that the file puts in relation with this one. */
  readonly finessLie: string | undefined;
  readonly plafonds: readonly PlafondDeBase[];
  /** Its row in the file, from 1, header included. */
  readonly ligne: number;
}

export type NatureFiness = 'juridique' | 'geographique';

/** A ceiling of one establishment, in cents. At least one side is there; the other one is the reader's to compute. */
export interface PlafondDeBase {
  /** `HOP-DPI-Va2`…; undefined where the column does not say for which SONS. */
  readonly sons: string | undefined;
  /** `VAGUE_2`, `VAGUE_1_ET_2`; undefined where the column does not distinguish. */
  readonly prestation: string | undefined;
  readonly ht: bigint | undefined;
  readonly ttc: bigint | undefined;
}

/** Where a base comes from, as it is told to the user. */
export interface SourceDeBase {
  /** The file's name, without folders. */
  readonly fichier: string;
  /** The sheet of a workbook. */
  readonly feuille: string | undefined;
}

/** The base of eligible establishments, ready to be asked. Immutable: a file read anew makes another one. */
export interface Base {
  readonly source: SourceDeBase;
  /** How many establishments. */
  readonly size: number;
  /** The establishment with this number; in constant time. */
  find(finess: string): Etablissement | undefined;
  /**
   * Establishments that may have been meant, at most `most`: those that the file puts in relation with the number,
   * then those whose number differs by one digit or by two neighbours swapped; each by number.
   */
  near(finess: string, most: number): readonly Etablissement[];
  /**
   * Establishments whose number begins by the text or whose name holds all its words, case and accents apart;
   * words that begin alike first, then inside of words. At most `most`.
   */
  search(text: string, most: number): readonly Etablissement[];
}
