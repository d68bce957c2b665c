/** What a spreadsheet would run as a formula instead of showing it. */
const FORMULA = /^[=+\-@\t\r]/;

/** One line of a CSV file as French spreadsheets read it: `;` between cells, CRLF at the end. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(cell).join(';')}\r\n`;
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
