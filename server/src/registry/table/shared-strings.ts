import type { Budget } from './limits';
import type { XmlReader } from './xml';

/** The texts that the cells of a workbook name by rank. Text runs are joined; how a word is spoken is left out. */
export class SharedStrings implements XmlReader {
  readonly texts: string[] = [];
  private current = '';
  private inText = false;
  private inPhonetic = false;

  constructor(private readonly budget: Budget) {}

  open(name: string): void {
    if (name === 'si') this.current = '';
    else if (name === 'rPh') this.inPhonetic = true;
    else if (name === 't') this.inText = true;
  }

  text(text: string): void {
    if (this.inText && !this.inPhonetic) this.current += text;
  }

  close(name: string): void {
    if (name === 't') this.inText = false;
    else if (name === 'rPh') this.inPhonetic = false;
    else if (name === 'si') {
      this.budget.takeCells(1);
      this.texts.push(this.current);
    }
  }
}
