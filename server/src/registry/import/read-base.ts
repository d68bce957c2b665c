import type { Message } from '../../messages/catalogue';
import { buildBaseInSteps } from '../build-base';
import type { IndexedBase } from '../index/indexed-base';
import { columnFinder, headersIn, type Header } from '../mapping/headers';
import type { Mapping } from '../mapping/mapping';
import type { Lignes, Lot } from '../table/lines';
import type { Steps } from '../table/steps';
import type { Refus, Row } from '../table/table';
import { Gathering } from './gather';
import type { Constat, Rapport } from './rapport';
import { RowReader, type PlacedColumn } from './read-row';

/** A base that was read, and what became of each row of its file. */
export interface BaseLue {
  readonly etat: 'lue';
  readonly base: IndexedBase;
  readonly rapport: Rapport;
}

/** Reads the rows of a file with the columns of a mapping. Refuses a file that has no such FINESS column. */
export function* readBase(lines: Lignes, mapping: Mapping): Steps<BaseLue | Refus> {
  const placed = placeColumns(lines.tete, mapping);
  if (!placed.columns.some(({ role }) => role === 'finess')) {
    return refusal(lines, 'base.refus.colonnes', { colonnes: placed.missing.join(', ') });
  }
  const reader = new RowReader(placed.columns);
  const gathering = new Gathering();
  const [refus, remarques]: [Constat[], Constat[]] = [[], []];
  let [lues, zerosRestitues] = [0, 0];
  for (const { rows, part } of underHeader(lines, placed.header)) {
    yield { etape: 'etablissements', part };
    lues += rows.length;
    for (const row of rows) {
      const read = reader.read(row);
      const refused = read.etat === 'refusee' ? read.refus : gathering.add(read.etablissement);
      if (refused !== undefined) refus.push(refused);
      if (read.etat === 'refusee') continue;
      remarques.push(...read.remarques);
      if (read.zeroRestitue) zerosRestitues++;
    }
  }
  const base = yield* buildBaseInSteps(gathering.all, lines.source);
  if (base.size === 0) return refusal(lines, 'base.refus.aucun-etablissement', { lues });
  const { reunies } = gathering;
  const generales = [...lines.remarques, ...placed.remarques];
  const counts = { lues, retenues: base.size, reunies, zerosRestitues };
  return { etat: 'lue', base, rapport: { ...counts, refus, remarques, generales } };
}

function* underHeader({ tete, suite }: Lignes, { rank }: Header): Generator<Lot> {
  yield { rows: tete.slice(rank + 1), part: 0 };
  yield* suite;
}

interface Placed {
  readonly header: Header;
  readonly columns: readonly PlacedColumn[];
  readonly missing: readonly string[];
  readonly remarques: readonly Message[];
}

/** Finds the columns of a mapping under the header that has the most of them. */
function placeColumns(tete: readonly Row[], { colonnes }: Mapping): Placed {
  const [best = { header: { rank: -1, entetes: [] }, columns: [] }] = headersIn(tete)
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

function refusal({ source }: Lignes, key: Message['key'], params: Message['params']): Refus {
  return { etat: 'refus', message: { key, params: { fichier: source.fichier, ...params } } };
}
