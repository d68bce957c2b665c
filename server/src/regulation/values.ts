import type { Formule } from './formule';
import type { Document, Sourced } from './sourced';

/** What counts a beneficiary once. */
export type Cle =
  'finess-pmsi' | 'finess-geo' | 'siren' | 'siret' | 'numero-am' | 'rpps' | 'medecin' | 'structure';

export interface Nombre extends Sourced<number> {
  readonly unite:
    '%' | 'jours' | 'ans' | 'décimales' | 'tranches' | '€ HT' | 'KO' | 'clients' | 'transactions';
}

/** The values of one file: one of ours, or a user's `.segur/regulation.json`. See schemas/regulation.schema.json. */
export interface RegulationValues {
  /** `<SONS>.<etape>`: `2026-11-10`, or with the hour of Paris `2026-11-10T12:00`. */
  readonly echeances?: readonly Sourced<string>[];
  /** `vague-2.cloture`: the hour of Paris of the dates that carry none, `12:00`. */
  readonly horaires?: readonly Sourced<string>[];
  readonly nombres?: readonly Nombre[];
  readonly baremes?: readonly Sourced<Formule>[];
  readonly unicite?: readonly Sourced<readonly Cle[]>[];
  readonly enonces?: readonly Sourced<string | boolean | readonly string[]>[];
  readonly sources?: readonly Document[];
}
