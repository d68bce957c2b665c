/** What is known of a value: `confirmé` by an official source that nothing later contradicts, or less. */
export type Status = 'confirmé' | 'à confirmer' | 'inconnu';

/** A value that a later source replaced. It is kept, and shown. */
export interface Superseded {
  readonly value: string | number;
  readonly source: readonly string[];
  readonly asOf?: string;
  readonly note?: string;
}

/** A value that the texts give, and where they give it. */
export interface Sourced<V> {
  readonly id: string;
  /** null when, and only when, the status is `inconnu`. */
  readonly value: V | null;
  /** Codes of documents (see sources.json); in a user's file, the user's own words. */
  readonly source: readonly string[];
  /** The date of the latest of these sources that has one: `2026-03-03`, `2022-04` or `2022`. */
  readonly asOf?: string;
  readonly status: Status;
  /** True for what no source says in these words: it was deduced. */
  readonly inferred?: boolean;
  readonly supersedes?: readonly Superseded[];
  /** `regulation.note.<note>` in the catalogue; in a user's file, the user's own words. */
  readonly note?: string;
}

/** A value in force, and whose it is: a user's own value wins over the product's. */
export interface Held<V> extends Sourced<V> {
  readonly origine: 'produit' | 'utilisateur' | 'base';
  /** Where it stands in the base of eligible establishments, for what that base says. */
  readonly lieu?: LieuDeBase;
}

/** A row of the base of eligible establishments. */
export interface LieuDeBase {
  /** The file's name, without folders. */
  readonly fichier: string;
  /** The sheet of a workbook. */
  readonly feuille: string | undefined;
  /** From 1, header included. */
  readonly ligne: number;
}

/** A document that values cite. */
export interface Document {
  readonly code: string;
  readonly titre: string;
  readonly date?: string;
  readonly adresse?: string;
  readonly nature: 'officiel' | 'copie' | 'presse';
}
