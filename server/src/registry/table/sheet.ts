import type { DateStyles } from './date-styles';
import type { Budget } from './limits';
import type { Cell } from './table';
import type { Attributes, XmlReader } from './xml';

export interface SheetContext {
  readonly texts: readonly string[];
  readonly dates: DateStyles;
  readonly budget: Budget;
}

const A = 0x41;
const MOST_COLUMNS = 16_384;

/** Reads the rows of a sheet that hold something, up to `most` of them. */
export class SheetReader implements XmlReader {
  readonly rows: { ligne: number; cells: Cell[] }[] = [];
  readonly merges: string[] = [];
  hiddenRows = 0;
  private cells: Cell[] = [];
  private ligne = 0;
  private column = -1;
  private type = '';
  private style: string | undefined;
  private value: string | undefined;
  private isFormula = false;
  private inValue = false;
  private inPhonetic = false;

  constructor(
    private readonly context: SheetContext,
    private readonly most = Infinity,
  ) {}

  enough(): boolean {
    return this.rows.length >= this.most;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'c') this.openCell(attributes);
    else if (name === 'v' || name === 't') this.inValue = true;
    else if (name === 'f') this.isFormula = true;
    else if (name === 'rPh') this.inPhonetic = true;
    else if (name === 'row') this.openRow(attributes);
    else if (name === 'mergeCell') this.merges.push(attributes.ref ?? '');
  }

  text(text: string): void {
    if (this.inValue && !this.inPhonetic) this.value = (this.value ?? '') + text;
  }

  close(name: string): void {
    if (name === 'c') this.closeCell();
    else if (name === 'v' || name === 't') this.inValue = false;
    else if (name === 'rPh') this.inPhonetic = false;
    else if (name === 'row' && this.cells.length > 0 && !this.enough()) {
      this.rows.push({ ligne: this.ligne, cells: this.cells });
    }
  }

  private openRow({ r, hidden }: Attributes): void {
    this.ligne = r === undefined ? this.ligne + 1 : Number(r);
    this.column = -1;
    this.cells = [];
    if (hidden === '1' || hidden === 'true') this.hiddenRows++;
  }

  private openCell({ r, t = 'n', s }: Attributes): void {
    this.column = r === undefined ? this.column + 1 : columnOf(r);
    this.type = t;
    this.style = s;
    this.value = undefined;
    this.isFormula = false;
  }

  private closeCell(): void {
    const cell = this.cell();
    if (cell === undefined || this.column < 0 || this.column >= MOST_COLUMNS) return;
    // Empty cells on the way count too: a row with a far cell is as long as that.
    this.context.budget.takeCells(Math.max(1, this.column + 1 - this.cells.length));
    while (this.cells.length < this.column) this.cells.push(undefined);
    this.cells[this.column] = cell;
  }

  private cell(): Cell {
    const { value: texte } = this;
    if (texte === undefined) return this.isFormula ? { nature: 'formule', texte: '' } : undefined;
    switch (this.type) {
      case 's':
        return filled(this.context.texts[Number(texte)]);
      case 'str':
      case 'inlineStr':
        return filled(texte);
      case 'b':
        return { nature: 'booleen', texte };
      case 'e':
        return { nature: 'erreur', texte };
      case 'd':
        return { nature: 'date', texte };
      default:
        return { nature: this.context.dates.isDate(this.style) ? 'date' : 'nombre', texte };
    }
  }
}

/** The column of `AB12`, from 0. */
export function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]*/.exec(reference)?.[0] ?? '') {
    column = column * 26 + letter.charCodeAt(0) - A + 1;
  }
  return column - 1;
}

function filled(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text;
}
