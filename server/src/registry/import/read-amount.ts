import { readCents } from '../../regulation/cents';
import type { Cell } from '../table/table';

export type Montant =
  | { readonly etat: 'lu'; readonly cents: bigint; readonly arrondi: boolean }
  | { readonly etat: 'absent' }
  | { readonly etat: 'illisible' };

const ABSENT: Montant = { etat: 'absent' };
const UNREADABLE: Montant = { etat: 'illisible' };

/** What people write in a cell that has no amount. */
const NO_AMOUNT =
  /^(-+|–|—|n\/?[acd]|s\/?o|neant|néant|sans objet|non concern[eé]|non éligible|non eligible)?$/i;
const UNIT = /(€|\beuros?|\beur|\bht|\bttc)\.?$/i;
const BLANKS = /[\s\u00a0\u202f\u2009'’]/g;
/** Nearly all amounts of a base: no need to look further. */
const ORDINARY = /^(\d{1,15})(?:[.,](\d\d))?$/;
/** Thousands by three, then perhaps decimals. */
const GROUPED = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?:(?!\1)[.,](\d+))?$/;
const PLAIN = /^\d+(?:[.,]\d+)?$/;
/** A spreadsheet computes with doubles: `68500.1` may be written `68500.100000000006`. */
const NOISE = /^(\d+\.\d{2})(?:0{4}|9{4})\d*$/;

/** Reads a ceiling in cents; what cannot be read for certain is unreadable. */
export function readAmount(cell: Cell): Montant {
  if (cell === undefined) return ABSENT;
  if (typeof cell === 'string') return readText(cell);
  return cell.nature === 'nombre' ? readNumber(cell.texte) : UNREADABLE;
}

function readNumber(texte: string): Montant {
  const written = readCents(texte);
  if (written === undefined || written.cents < 0n) return UNREADABLE;
  const isNoise = NOISE.test(texte) || /e-\d/i.test(texte);
  return { etat: 'lu', cents: written.cents, arrondi: !written.exact && !isNoise };
}

function readText(text: string): Montant {
  const [, whole, decimals = '00'] = ORDINARY.exec(text.replace(BLANKS, '')) ?? [];
  if (whole !== undefined) return { etat: 'lu', cents: BigInt(whole + decimals), arrondi: false };
  let bare = text.trim();
  if (NO_AMOUNT.test(bare)) return ABSENT;
  while (UNIT.test(bare)) bare = bare.replace(UNIT, '').trim();
  const number = decimalOf(bare.replace(/^€/, '').replace(BLANKS, ''));
  const written = number === undefined ? undefined : readCents(number);
  return written === undefined ? UNREADABLE : { etat: 'lu', cents: written.cents, arrondi: !written.exact };
}

/** With a point; undefined for no number, and for `68.500`, which is two amounts according to who reads it. */
function decimalOf(text: string): string | undefined {
  const grouped = GROUPED.exec(text);
  if (grouped !== null) {
    const [whole, separator = '', decimals] = grouped;
    const isSure = decimals !== undefined || whole.split(separator).length > 2;
    if (!isSure) return undefined;
    const end = decimals === undefined ? whole.length : whole.length - decimals.length - 1;
    return whole.slice(0, end).replace(/[.,]/g, '') + (decimals === undefined ? '' : `.${decimals}`);
  }
  return PLAIN.test(text) ? text.replace(',', '.') : undefined;
}
