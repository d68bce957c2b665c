import { montantsTable } from '../../dossier/montants-table';
import { csvText } from '../../regulation/spreadsheet';
import type { Voice } from '../voice';
import type { PricedFile } from './price-report';

/** For a spreadsheet: a line of names, then one request a line. */
export function pricesAsCsv(files: readonly PricedFile[], { langue }: Voice): string {
  const named = files.map(({ file, demandes }) => ({ name: file.path, demandes }));
  return csvText(montantsTable(named, langue));
}
