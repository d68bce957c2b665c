import type { Budget } from './limits';
import { Refusal } from './refusal';
import type { Separator } from './separator';
import type { Steps } from './steps';
import type { Cell, Row } from './table';

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
const ROWS_A_STEP = 500;
/** What one cell of a spreadsheet can hold. A longer one is a quote that nobody closed. */
const LONGEST_CELL = 32_767;

/** The rows of a CSV; the lines that hold nothing are left out, but counted in the numbers of the others. */
export function* readCsv(text: string, separator: Separator, budget: Budget): Steps<Row[]> {
  const reader = new CsvReader(text, separator.charCodeAt(0));
  const rows: Row[] = [];
  for (let row = reader.next(); row !== undefined; row = reader.next()) {
    budget.takeCells(row.cells.length);
    if (row.cells.some((cell) => cell !== undefined)) rows.push(row);
    if (rows.length % ROWS_A_STEP === 0) yield { etape: 'lecture', part: 0.3 + 0.7 * reader.part };
  }
  return rows;
}

class CsvReader {
  private at = 0;
  private line = 1;

  constructor(
    private readonly text: string,
    private readonly separator: number,
  ) {}

  get part(): number {
    return this.at / this.text.length;
  }

  next(): Row | undefined {
    if (this.at >= this.text.length) return undefined;
    const ligne = this.line;
    const cells: Cell[] = [];
    for (;;) {
      const cell = this.text.charCodeAt(this.at) === QUOTE ? this.quoted() : this.bare();
      cells.push(cell === '' ? undefined : cell);
      if (this.text.charCodeAt(this.at) !== this.separator) break;
      this.at++;
    }
    this.endLine();
    return { ligne, cells };
  }

  /** Up to the next separator or the end of the line. */
  private bare(): string {
    const start = this.at;
    let { at } = this;
    for (; at < this.text.length; at++) {
      const code = this.text.charCodeAt(at);
      if (code === this.separator || code === LF || code === CR) break;
    }
    this.at = at;
    return this.text.slice(start, at);
  }

  private quoted(): string {
    const start = this.at + 1;
    let close = this.text.indexOf('"', start);
    while (close !== -1 && this.text.charCodeAt(close + 1) === QUOTE) {
      close = this.text.indexOf('"', close + 2);
    }
    if (close === -1 || close - start > LONGEST_CELL) {
      throw new Refusal('base.refus.guillemet', { ligne: this.line });
    }
    const inside = this.text.slice(start, close);
    this.line += inside.match(/\r\n|\n|\r/g)?.length ?? 0;
    this.at = close + 1;
    return inside.replaceAll('""', '"') + this.bare();
  }

  private endLine(): void {
    if (this.text.charCodeAt(this.at) === CR && this.text.charCodeAt(this.at + 1) === LF) this.at++;
    this.at++;
    this.line++;
  }
}
