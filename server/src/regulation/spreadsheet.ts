import { harmlessLines } from '../messages/harmless';
import { formatEuros } from './cents';

/** Without it, French spreadsheets read a file that they open by a double click in the code page of the machine. */
const UTF8_MARK = '\uFEFF';

/** What a spreadsheet would run as a formula instead of showing it, in the wide signs of East Asian ones too. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/** A text, a number, or hundredths: cents of an amount, or of a rate. */
export type Cell = string | number | bigint;
export type Row = readonly Cell[];

/** A CSV file as French spreadsheets read it: `;` between cells, decimal commas, CRLF after each line. */
export function csvText(rows: readonly Row[]): string {
  return UTF8_MARK + rows.map((cells) => `${cells.map(csvCell).join(';')}\r\n`).join('');
}

/** The same for the clipboard: pasted in a spreadsheet, each cell is a cell. A text of several lines becomes one. */
export function tabbedText(rows: readonly Row[]): string {
  return rows.map((cells) => `${cells.map((cell) => oneLine(shown(cell))).join('\t')}\n`).join('');
}

function csvCell(cell: Cell): string {
  const text = shown(cell);
  return /[";\r\n]/.test(text) ? quoted(text) : text;
}

/** Quotes that open a cell would be taken for its limits. */
function oneLine(text: string): string {
  const line = text.replace(/[\t\r\n]+/g, ' ');
  return line.startsWith('"') ? quoted(line) : line;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** Numbers are written by us, so that a minus in front is no formula. */
function shown(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'bigint') return formatEuros(cell).replace('.', ',');
  const text = harmlessLines(cell);
  return FORMULA.test(text) ? `'${text}` : text;
}
