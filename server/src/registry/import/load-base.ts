import { proposeMapping } from '../mapping/propose';
import type { Mapping } from '../mapping/mapping';
import { openLines } from '../table/read-table';
import { refusOf } from '../table/refusal';
import type { Steps } from '../table/steps';
import type { Refus } from '../table/table';
import { readBase, type BaseLue } from './read-base';

/** A base that was read, and with which columns. */
export type BaseChargee = BaseLue & { readonly mapping: Mapping };

/**
 * From the bytes of a file to a base, in steps: with the columns that the user confirmed, else with those that its
 * header tells (`readTable` and `proposeMapping` give them to be confirmed). The mapping that was used is given back.
 */
export function* loadBase(
  bytes: Uint8Array,
  fichier: string,
  { feuille, colonnes }: Partial<Mapping> = {},
): Steps<BaseChargee | Refus> {
  const lines = yield* openLines(bytes, fichier, { feuille });
  if (lines.etat === 'refus') return lines;
  yield { etape: 'lecture', part: 1 };
  const proposed = colonnes === undefined ? proposeMapping({ ...lines, rows: lines.tete }) : undefined;
  if (proposed?.etat === 'refus') return proposed;
  const mapping = proposed?.mapping ?? {
    ...(feuille !== undefined && { feuille }),
    colonnes: colonnes ?? [],
  };
  yield { etape: 'etablissements', part: 0 };
  try {
    const read = yield* readBase(lines, mapping);
    return read.etat === 'refus' ? read : { ...read, mapping };
  } catch (thrown) {
    return refusOf(thrown, fichier);
  }
}
