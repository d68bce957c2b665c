import type { Attributes, XmlReader } from './xml';

/** The built-in formats that write a number as a date or a time (ECMA-376, 18.8.30). */
const BUILT_IN: readonly (readonly [first: number, last: number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** Which styles of cells show a date: such a number is neither an amount nor a FINESS. */
export class DateStyles implements XmlReader {
  private readonly formats = new Map<number, string>();
  private readonly styles: number[] = [];
  private inCells = false;

  open(name: string, attributes: Attributes): void {
    const id = Number(attributes.numFmtId ?? 0);
    if (name === 'numFmt') this.formats.set(id, attributes.formatCode ?? '');
    else if (name === 'cellXfs') this.inCells = true;
    else if (name === 'xf' && this.inCells) this.styles.push(id);
  }

  close(name: string): void {
    if (name === 'cellXfs') this.inCells = false;
  }

  isDate(style: string | undefined): boolean {
    const format = this.styles[Number(style ?? 0)];
    if (format === undefined) return false;
    const written = this.formats.get(format);
    if (written !== undefined) return isDateFormat(written);
    return BUILT_IN.some(([first, last]) => format >= first && format <= last);
  }
}

/** A letter of a date outside of quotes, brackets and escapes. */
function isDateFormat(format: string): boolean {
  return /[dmyhsaj]/i.test(format.replace(/"[^"]*"|\[[^\][]*\]|\\.|_.|\*.|general|standard/gi, ''));
}
