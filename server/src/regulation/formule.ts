export type Taxe = 'HT' | 'TTC';

/** How a scale gives a ceiling. Amounts and coefficients are decimal texts, so that no double stands in between. */
export type Formule = Forfait | ForfaitPlusUnite | AffineParTranches | Table;

export interface Forfait {
  readonly type: 'forfait';
  readonly montant: string;
  readonly taxe: Taxe;
}

/** `fixe + parUnite × number of units`. */
export interface ForfaitPlusUnite {
  readonly type: 'forfait-plus-unite';
  readonly fixe: string;
  readonly parUnite: string;
  readonly unite: string;
  readonly taxe: Taxe;
}

/** In each tranche, `fixe + parUnite × variable`. */
export interface AffineParTranches {
  readonly type: 'affine-par-tranches';
  readonly variable: string;
  readonly taxe: Taxe;
  /** By growing `aPartirDe`, from 0 on. A tranche ends where the next begins: no gap can be written. */
  readonly tranches: readonly Tranche[];
}

export interface Tranche {
  readonly aPartirDe: string;
  readonly fixe: string;
  readonly parUnite: string;
}

/** The amount of each beneficiary stands in an official table, which the user supplies. */
export interface Table {
  readonly type: 'table';
  readonly table: 'base-es-eligibles';
}
