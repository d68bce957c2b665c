import { formatEuros } from '../../regulation/cents';

/** Without it, French spreadsheets read a file that they open by a double click in the code page of the machine. */
const UTF8_MARK = '\uFEFF';

/** What a spreadsheet would run as a formula instead of showing it. */
const FORMULA = /^[=+\-@\t\r]/;

/** A text, a number, or hundredths: cents of an amount, or of a rate. */
export type Cell = string | number | bigint;

/** A CSV file as French spreadsheets read it: `;` between cells, decimal commas, CRLF after each line. */
export function csvText(rows: readonly (readonly Cell[])[]): string {
  return UTF8_MARK + rows.map((cells) => `${cells.map(cell).join(';')}\r\n`).join('');
}

/** Numbers are written by us, so that a minus in front is no formula. */
function cell(value: Cell): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'bigint') return formatEuros(value).replace('.', ',');
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
