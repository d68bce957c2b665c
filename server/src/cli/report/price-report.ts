import type { PricedDemande } from '../../dossier/montants-table';
import type { ExaminedFile } from '../examined';

/** What every way of telling prices needs of a file. */
export interface PricedFile {
  readonly file: ExaminedFile;
  readonly demandes: readonly PricedDemande[];
}
