import type { NatureFiness } from '../base';
import { isFiness } from '../finess';
import { plain } from '../index/plain';
import type { Cell } from '../table/table';

const BLANKS = /[\s\u00a0\u202f]+/g;
const NATURES: readonly (readonly [words: RegExp, nature: NatureFiness])[] = [
  [/^(ej|(finess |entite )?juridique)$/, 'juridique'],
  [/^(et|geo|(finess |entite |etablissement )?geographique)$/, 'geographique'],
];

/** A number of FINESS; the leading zero that a spreadsheet ate is given back. */
export function readFiness(
  cell: Cell,
): { readonly finess: string; readonly zeroRestitue: boolean } | undefined {
  const written = identifier(cell);
  const zeroRestitue = /^\d{8}$/.test(written);
  const finess = zeroRestitue ? `0${written}` : written;
  return isFiness(finess) ? { finess, zeroRestitue } : undefined;
}

export function readSiren(cell: Cell): string | undefined {
  const written = identifier(cell);
  return /^\d{9}$/.test(written) ? written : undefined;
}

export function readNature(cell: Cell): NatureFiness | undefined {
  const words = typeof cell === 'string' ? plain(cell) : '';
  return NATURES.find(([known]) => known.test(words))?.[1];
}

/** A decimal text with a point. */
export function readDecimal(cell: Cell): string | undefined {
  if (cell === undefined) return undefined;
  if (typeof cell !== 'string') return cell.nature === 'nombre' ? cell.texte : undefined;
  const written = cell.replace(BLANKS, '').replace(',', '.');
  return /^\d+(\.\d+)?$/.test(written) ? written : undefined;
}

/** An identifier as text, whether the file has it as a text or as a number. */
function identifier(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return cell.replace(BLANKS, '').toUpperCase();
  const number = Number(cell.texte);
  return cell.nature === 'nombre' && Number.isSafeInteger(number) ? String(number) : '';
}
