import type { Message } from '../../messages/catalogue';
import { readCsv } from './csv';
import { decode } from './decode';
import { kindOf } from './kind';
import { Budget, LIMITS, refuseTooLarge, type Limits } from './limits';
import { readSheets } from './read-workbook';
import { Refusal, refusOf } from './refusal';
import { separatorOf } from './separator';
import type { Steps } from './steps';
import type { Refus, Table } from './table';

export interface ReadingOptions {
  /** The sheet that the user chose, as a mapping remembers it. */
  readonly feuille?: string | undefined;
  readonly limits?: Limits;
}

/** Reads a CSV or a workbook, in steps. Whatever the bytes, a table or a refusal: nothing is thrown. */
export function* readTable(
  bytes: Uint8Array,
  fichier: string,
  { feuille, limits = LIMITS }: ReadingOptions = {},
): Steps<Table | Refus> {
  try {
    refuseTooLarge(bytes.length, limits);
    const budget = new Budget(limits);
    const table = kindOf(bytes) === 'csv' ? readText(bytes, budget) : readSheets(bytes, budget, feuille);
    const { rows, remarques, feuille: read } = yield* table;
    if (rows.length === 0) throw new Refusal('base.refus.vide');
    return { etat: 'table', source: { fichier, feuille: read }, rows, remarques };
  } catch (thrown) {
    return refusOf(thrown, fichier);
  }
}

function* readText(
  bytes: Uint8Array,
  budget: Budget,
): Steps<Pick<Table, 'rows' | 'remarques'> & { feuille: undefined }> {
  const { text, encodage } = yield* decode(bytes);
  const rows = yield* readCsv(text, separatorOf(text), budget);
  const remarques: Message[] =
    encodage === 'windows-1252' ? [{ key: 'base.remarque.windows-1252', params: {} }] : [];
  return { rows, remarques, feuille: undefined };
}
