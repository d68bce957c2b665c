import type { Message } from '../../messages/catalogue';
import { buildBaseInSteps } from '../build-base';
import type { IndexedBase } from '../index/indexed-base';
import { columnFinder, headersIn, type Header } from '../mapping/headers';
import type { Mapping } from '../mapping/mapping';
import type { Steps } from '../table/steps';
import type { Refus, Table } from '../table/table';
import { Gathering } from './gather';
import type { Constat, Rapport } from './rapport';
import { RowReader, type PlacedColumn } from './read-row';

/** A base that was read, and what became of each row of its file. */
export interface BaseLue {
  readonly etat: 'lue';
  readonly base: IndexedBase;
  readonly rapport: Rapport;
}

const ROWS_A_STEP = 200;

/** Reads the rows of a table with the columns of a mapping. Refuses a table that has no such FINESS column. */
export function* readBase(table: Table, mapping: Mapping): Steps<BaseLue | Refus> {
  const placed = placeColumns(table, mapping);
  if (!placed.columns.some(({ role }) => role === 'finess')) {
    return refusal(table, 'base.refus.colonnes', { colonnes: placed.missing.join(', ') });
  }
  const reader = new RowReader(placed.columns);
  const gathering = new Gathering();
  const [refus, remarques]: [Constat[], Constat[]] = [[], []];
  let zerosRestitues = 0;
  const rows = table.rows.slice(placed.header.rank + 1);
  for (const [rank, row] of rows.entries()) {
    if (rank % ROWS_A_STEP === 0) yield { etape: 'etablissements', part: rank / rows.length };
    const read = reader.read(row);
    const refused = read.etat === 'refusee' ? read.refus : gathering.add(read.etablissement);
    if (refused !== undefined) refus.push(refused);
    if (read.etat === 'refusee') continue;
    remarques.push(...read.remarques);
    if (read.zeroRestitue) zerosRestitues++;
  }
  const base = yield* buildBaseInSteps(gathering.all, table.source);
  if (base.size === 0) return refusal(table, 'base.refus.aucun-etablissement', { lues: rows.length });
  const { reunies } = gathering;
  const generales = [...table.remarques, ...placed.remarques];
  const counts = { lues: rows.length, retenues: base.size, reunies, zerosRestitues };
  return { etat: 'lue', base, rapport: { ...counts, refus, remarques, generales } };
}

interface Placed {
  readonly header: Header;
  readonly columns: readonly PlacedColumn[];
  readonly missing: readonly string[];
  readonly remarques: readonly Message[];
}

/** Finds the columns of a mapping under the header that has the most of them. */
function placeColumns(table: Table, { colonnes }: Mapping): Placed {
  const [best = { header: { rank: -1, entetes: [] }, columns: [] }] = headersIn(table.rows)
    .map((header) => {
      const indexOf = columnFinder(header);
      const columns = colonnes.flatMap((colonne): PlacedColumn[] => {
        const index = indexOf(colonne);
        return index === undefined ? [] : [{ ...colonne, index }];
      });
      return { header, columns };
    })
    .sort((a, b) => b.columns.length - a.columns.length);
  const found = new Set(best.columns.map(({ entete, rang }) => `${entete}\n${rang ?? 1}`));
  const missing = colonnes
    .filter(({ entete, rang }) => !found.has(`${entete}\n${rang ?? 1}`))
    .map(({ entete }) => entete);
  const untaxed = best.columns.filter(({ role, taxe }) => role === 'montant' && taxe === undefined);
  return {
    ...best,
    missing,
    remarques: [
      ...missing.map((colonne): Message => ({ key: 'base.remarque.colonne-absente', params: { colonne } })),
      ...untaxed.map(({ entete }): Message => ({
        key: 'base.remarque.sans-taxe',
        params: { colonne: entete },
      })),
    ],
  };
}

function refusal({ source }: Table, key: Message['key'], params: Message['params']): Refus {
  return { etat: 'refus', message: { key, params: { fichier: source.fichier, ...params } } };
}
