import type { Message } from '../../messages/catalogue';
import type { SourceDeBase } from '../base';

/** What a cell holds besides a text: a workbook knows more of its cells than a CSV. */
export interface Valeur {
  readonly nature: 'nombre' | 'date' | 'booleen' | 'erreur' | 'formule';
  /** As the file writes it: a number with a point, perhaps with an exponent. Empty for a formula without result. */
  readonly texte: string;
}

export type Cell = string | Valeur | undefined;

export interface Row {
  /** Its line in a CSV, its row in a sheet; from 1. */
  readonly ligne: number;
  readonly cells: readonly Cell[];
}

/** The rows of a file that hold something, and what is to be told of how they were read. */
export interface Table {
  readonly etat: 'table';
  readonly source: SourceDeBase;
  readonly rows: readonly Row[];
  readonly remarques: readonly Message[];
}

/** Why a file cannot be read as a base. */
export interface Refus {
  readonly etat: 'refus';
  readonly message: Message;
}

/** A cell as text: what a person would read in it. */
export function texteDe(cell: Cell): string {
  if (cell === undefined) return '';
  return (typeof cell === 'string' ? cell : cell.texte).trim();
}
