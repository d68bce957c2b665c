import type { Montants } from '../../dossier/montants';
import type { ExaminedFile } from '../examined';

/** One request of a file and its money. */
export interface PricedDemande {
  /** From 0. */
  readonly rang: number;
  /** The portal would refuse it. */
  readonly isKo: boolean;
  readonly montants: Montants;
}

/** What every way of telling prices needs of a file. */
export interface PricedFile {
  readonly file: ExaminedFile;
  readonly demandes: readonly PricedDemande[];
}
