import type { PricedDemande } from '../../dossier/montants-table';
import type { ToldFile } from '../told/told-file';

/** What every way of telling prices needs of a file. */
export interface PricedFile {
  readonly file: ToldFile<undefined>;
  readonly demandes: readonly PricedDemande[];
}
