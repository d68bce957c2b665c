import type { Budget } from './limits';
import type { Lot } from './lines';
import type { Piece } from './decode';
import { Refusal } from './refusal';
import type { Separator } from './separator';
import type { Cell, Row } from './table';

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
const ROWS_A_LOT = 200;
/** What one cell of a spreadsheet can hold. A longer one is a quote that nobody closed. */
const LONGEST_CELL = 32_767;

/**
 * The rows of a CSV in lots, from its pieces; the lines that hold nothing are left out, but counted in the numbers of
 * the others. Of the text, one piece is kept at a time, and the row that it cuts.
 */
export function* readCsv(pieces: Iterable<Piece>, separator: Separator, budget: Budget): Generator<Lot> {
  const reader = new CsvReader(separator.charCodeAt(0));
  for (const { text, part, last } of pieces) {
    reader.feed(text, last);
    let rows: Row[] = [];
    for (let row = reader.next(); row !== undefined; row = reader.next()) {
      budget.takeCells(row.cells.length);
      if (row.cells.some((cell) => cell !== undefined)) rows.push(row);
      if (rows.length < ROWS_A_LOT) continue;
      yield { rows, part };
      rows = [];
    }
    yield { rows, part };
  }
}

class CsvReader {
  private text = '';
  private at = 0;
  private line = 1;
  private isWhole = false;
  /** A row longer than a piece is not tried again before as much again is there: else it would be read many times. */
  private enough = 0;

  constructor(private readonly separator: number) {}

  feed(piece: string, last: boolean): void {
    this.text = this.text.slice(this.at) + piece;
    this.at = 0;
    this.isWhole = last;
  }

  /** The next row; undefined where the text ends, or ends before the row does. */
  next(): Row | undefined {
    const { at, line } = this;
    if (at >= this.text.length || (!this.isWhole && this.text.length - at < this.enough)) return undefined;
    const cells = this.cells();
    if (cells !== undefined && this.endsLine()) {
      this.enough = 0;
      return { ligne: line, cells };
    }
    this.enough = 2 * (this.text.length - at);
    this.at = at;
    this.line = line;
    return undefined;
  }

  private cells(): Cell[] | undefined {
    const cells: Cell[] = [];
    for (;;) {
      const cell = this.text.charCodeAt(this.at) === QUOTE ? this.quoted() : this.bare();
      if (cell === undefined) return undefined;
      cells.push(cell === '' ? undefined : cell);
      if (this.text.charCodeAt(this.at) !== this.separator) return cells;
      this.at++;
    }
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

  private quoted(): string | undefined {
    const start = this.at + 1;
    let close = this.text.indexOf('"', start);
    while (close !== -1 && this.text.charCodeAt(close + 1) === QUOTE) {
      close = this.text.indexOf('"', close + 2);
    }
    const end = close === -1 ? this.text.length : close;
    if (end - start > LONGEST_CELL || (close === -1 && this.isWhole)) {
      throw new Refusal('base.refus.guillemet', { ligne: this.line });
    }
    // Where the piece ends, the quote may be the first of two.
    if (close === -1 || (close + 1 === this.text.length && !this.isWhole)) return undefined;
    const inside = this.text.slice(start, close);
    this.line += inside.match(/\r\n|\n|\r/g)?.length ?? 0;
    this.at = close + 1;
    return inside.replaceAll('""', '"') + this.bare();
  }

  /** False where the line may go on in the next piece. */
  private endsLine(): boolean {
    const end = this.text.charCodeAt(this.at) === CR ? this.at + 1 : this.at;
    if (end >= this.text.length && !this.isWhole) return false;
    this.at = this.text.charCodeAt(end) === LF ? end + 1 : Math.max(end, this.at + 1);
    this.line++;
    return true;
  }
}
