import { proposeMapping } from '../mapping/propose';
import type { Mapping } from '../mapping/mapping';
import { readTable } from '../table/read-table';
import type { Steps } from '../table/steps';
import type { Refus } from '../table/table';
import { readBase, type BaseLue } from './read-base';

/**
 * From the bytes of a file to a base, in steps: with the columns that the user confirmed, else with those that its
 * header tells (`readTable` and `proposeMapping` give them to be confirmed). The mapping that was used is given back.
 */
export function* loadBase(
  bytes: Uint8Array,
  fichier: string,
  confirmed?: Mapping,
): Steps<(BaseLue & { readonly mapping: Mapping }) | Refus> {
  const table = yield* readTable(bytes, fichier, { feuille: confirmed?.feuille });
  if (table.etat === 'refus') return table;
  const proposed = confirmed === undefined ? proposeMapping(table) : undefined;
  if (proposed?.etat === 'refus') return proposed;
  const mapping = confirmed ?? proposed?.mapping ?? { colonnes: [] };
  const read = yield* readBase(table, mapping);
  return read.etat === 'refus' ? read : { ...read, mapping };
}
