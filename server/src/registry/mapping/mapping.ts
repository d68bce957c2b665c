import type { NatureFiness } from '../base';

export const ROLES_DE_COLONNE = [
  'finess',
  'raison-sociale',
  'nature',
  'categorie',
  'activite-combinee',
  'siren',
  'finess-lie',
  'sons',
  'prestation',
  'montant',
] as const;
export type RoleDeColonne = (typeof ROLES_DE_COLONNE)[number];

/** What a column of the user's file holds. */
export interface Sens {
  readonly role: RoleDeColonne;
  /** Of the numbers of a column of FINESS, where its header says so. */
  readonly nature?: NatureFiness;
  /** What the amounts of a column are for. */
  readonly sons?: string;
  readonly prestation?: string;
  /** Without it an amount is of no use: the texts have one ceiling without tax and one with. */
  readonly taxe?: 'HT' | 'TTC';
}

/** A column is found by its header, not by its place: a newer file may have moved it. */
export interface Colonne extends Sens {
  readonly entete: string;
  /** Which one of several columns with this header, from 1; left out for the only one. */
  readonly rang?: number;
}

/** Which columns are read and as what: JSON, remembered for the next version of the file. */
export interface Mapping {
  readonly feuille?: string;
  readonly colonnes: readonly Colonne[];
}

export type Confiance = 'sure' | 'probable' | 'faible';
