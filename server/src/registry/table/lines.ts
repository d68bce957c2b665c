import type { Message } from '../../messages/catalogue';
import type { SourceDeBase } from '../base';
import type { Row } from './table';

/** Some rows that follow one another, and how much of the file was read with them, from 0 to 1. */
export interface Lot {
  readonly rows: readonly Row[];
  readonly part: number;
}

/**
 * The rows of a file one lot after the other: whoever reads them keeps what it needs, and a file of any length takes no
 * more memory than one lot. They can be read once. A `Refusal` may come out of any of them.
 */
export interface Lignes {
  readonly etat: 'lignes';
  readonly source: SourceDeBase;
  /** The first rows, the header among them. */
  readonly tete: readonly Row[];
  /** Those behind. */
  readonly suite: Iterable<Lot>;
  readonly remarques: readonly Message[];
}

/** Where a header is looked for, and the rows under it that tell its columns. */
const HEAD = 64;

/** Takes the first rows off the lots of a file. */
export function headOf(lots: Iterator<Lot, unknown>): Pick<Lignes, 'tete' | 'suite'> {
  const tete: Row[] = [];
  while (tete.length < HEAD) {
    const step = lots.next();
    if (step.done === true) break;
    tete.push(...step.value.rows);
  }
  return { tete, suite: { [Symbol.iterator]: () => lots } };
}
