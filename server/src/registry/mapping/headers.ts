import { plain } from '../index/plain';
import { texteDe, type Row } from '../table/table';
import type { Colonne } from './mapping';
import { meaningOf } from './meaning';

/** A file may begin with titles: its header is looked for in so many rows. */
const ROWS_SEEN = 20;

export interface Header {
  /** Its rank among the rows. */
  readonly rank: number;
  /** One a column; '' where there is none. */
  readonly entetes: readonly string[];
}

/** Every row that may be the header: alone, or under a row of groups (`HOP-DPI` above `HT` and `TTC`). */
export function headersIn(rows: readonly Row[]): readonly Header[] {
  return rows.slice(0, ROWS_SEEN).flatMap((row, rank): Header[] => {
    const own = row.cells.map(texteDe);
    const groups = groupsOf(rows[rank - 1], own.length);
    if (groups === undefined) return [{ rank, entetes: own }];
    const under = own.map((text, column) => join(groups[column] ?? '', text));
    return [
      { rank, entetes: own },
      { rank, entetes: under },
    ];
  });
}

/** How many different columns a header tells; 0 for one that has no FINESS, or only a title about them. */
export function scoreOf({ entetes }: Header): number {
  const meanings = entetes.map(meaningOf).filter((meaning) => meaning !== undefined);
  if (!meanings.some(({ sens }) => sens.role === 'finess')) return 0;
  const distinct = new Set(meanings.map(({ sens }) => JSON.stringify(sens))).size;
  const isAlone = distinct === 1 && !meanings.some(({ confiance }) => confiance === 'sure');
  return isAlone ? 0 : distinct;
}

/** The best header of a sheet: how many columns it tells. */
export function headerScore(rows: readonly Row[]): number {
  return Math.max(0, ...headersIn(rows).map(scoreOf));
}

/** Finds the columns of a header that mappings mean, from 0; undefined for one that the file has no more. */
export function columnFinder({ entetes }: Header): (colonne: Colonne) => number | undefined {
  const words = entetes.map(plain);
  return ({ entete, rang = 1 }) => {
    const asked = plain(entete);
    const columns = words.flatMap((text, column) =>
      entetes[column] !== '' && text === asked ? [column] : [],
    );
    return columns[rang - 1];
  };
}

/** The texts of a row of groups, each spread to the right up to the next one; undefined for a title or for no row. */
function groupsOf(row: Row | undefined, width: number): readonly string[] | undefined {
  const texts = row?.cells.map(texteDe) ?? [];
  if (new Set(texts.filter((text) => text !== '')).size < 2) return undefined;
  let group = '';
  return Array.from({ length: width }, (_none, column) => {
    const text = texts[column] ?? '';
    if (text !== '') group = text;
    return group;
  });
}

function join(group: string, own: string): string {
  if (own === '' || group === '' || group === own) return own;
  return `${group} / ${own}`;
}
