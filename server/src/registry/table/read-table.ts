import type { Message } from '../../messages/catalogue';
import { readCsv } from './csv';
import { decode, encodageOf, type Piece } from './decode';
import { kindOf } from './kind';
import { Budget, LIMITS, refuseTooLarge, type Limits } from './limits';
import { headOf, type Lignes, type Lot } from './lines';
import { readSheets } from './read-workbook';
import { Refusal, refusOf } from './refusal';
import { separatorOf } from './separator';
import type { Steps } from './steps';
import type { Refus, Row, Table } from './table';

const ROWS_A_LOT = 200;

export interface ReadingOptions {
  /** The sheet that the user chose, as a mapping remembers it. */
  readonly feuille?: string | undefined;
  readonly limits?: Limits;
}

/**
 * Opens a CSV or a workbook, in steps: a CSV is then read lot by lot, a workbook was read as a whole. Whatever the bytes,
 * rows or a refusal; what is wrong further down is thrown while the lots are read.
 */
export function* openLines(
  bytes: Uint8Array,
  fichier: string,
  { feuille, limits = LIMITS }: ReadingOptions = {},
): Steps<Lignes | Refus> {
  try {
    refuseTooLarge(bytes.length, limits);
    const budget = new Budget(limits);
    const opened = kindOf(bytes) === 'csv' ? openText(bytes, budget) : openSheets(bytes, budget, feuille);
    const { feuille: read, ...lines } = yield* opened;
    if (lines.tete.length === 0) throw new Refusal('base.refus.vide');
    return { etat: 'lignes', source: { fichier, feuille: read }, ...lines };
  } catch (thrown) {
    return refusOf(thrown, fichier);
  }
}

/** Reads a CSV or a workbook from end to end, in steps. Whatever the bytes, a table or a refusal: nothing is thrown. */
export function* readTable(
  bytes: Uint8Array,
  fichier: string,
  options: ReadingOptions = {},
): Steps<Table | Refus> {
  const opened = yield* openLines(bytes, fichier, options);
  if (opened.etat === 'refus') return opened;
  const { source, tete, suite, remarques } = opened;
  const rows = [...tete];
  try {
    for (const lot of suite) {
      for (const row of lot.rows) rows.push(row);
      yield { etape: 'lecture', part: lot.part };
    }
  } catch (thrown) {
    return refusOf(thrown, fichier);
  }
  return { etat: 'table', source, rows, remarques };
}

type Opened = Pick<Lignes, 'tete' | 'suite' | 'remarques'> & { readonly feuille: string | undefined };

function* openText(bytes: Uint8Array, budget: Budget): Steps<Opened> {
  const encodage = yield* encodageOf(bytes);
  const pieces = decode(bytes, encodage);
  const { value: first } = pieces.next();
  const all = first === undefined ? [] : before(first, pieces);
  const lots = readCsv(all, separatorOf(first?.text ?? ''), budget);
  const remarques: Message[] =
    encodage === 'windows-1252' ? [{ key: 'base.remarque.windows-1252', params: {} }] : [];
  return { ...headOf(lots), remarques, feuille: undefined };
}

function* before(first: Piece, others: Iterable<Piece>): Generator<Piece> {
  yield first;
  yield* others;
}

function* openSheets(bytes: Uint8Array, budget: Budget, asked: string | undefined): Steps<Opened> {
  const { rows, remarques, feuille } = yield* readSheets(bytes, budget, asked);
  return { ...headOf(inLots(rows)), remarques, feuille };
}

function* inLots(rows: readonly Row[]): Generator<Lot> {
  for (let at = 0; at < rows.length; at += ROWS_A_LOT) {
    yield { rows: rows.slice(at, at + ROWS_A_LOT), part: at / rows.length };
  }
}
