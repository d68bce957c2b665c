import { plainHundredths } from '../messages/quantity';
import { roundedQuotient } from './rounding';

/** Money in whole cents, read from the digits of a number as written: no double ever stands in between. */

export interface Cents {
  readonly cents: bigint;
  /** False when something smaller than a cent was rounded, half a cent away from zero. */
  readonly exact: boolean;
}

const NUMBER = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;
/** Beyond any sum of money; keeps `1e999999999` and numbers of a million digits from filling the memory. */
const LARGEST_EXPONENT = 30;
const MOST_DIGITS = 100;

/** Reads the text of a JSON number as euros; undefined for another text and for absurd lengths and exponents. */
export function readCents(raw: string): Cents | undefined {
  const [, sign = '', whole, fraction = '', exponent = '0'] = NUMBER.exec(raw) ?? [];
  const shift = Number(exponent);
  if (whole === undefined || raw.length > MOST_DIGITS || Math.abs(shift) > LARGEST_EXPONENT) return undefined;
  const digits = whole + fraction;
  const decimals = fraction.length - shift;
  const value = BigInt(digits) * 10n ** BigInt(Math.max(0, 2 - decimals));
  const divisor = 10n ** BigInt(Math.max(0, decimals - 2));
  const cents = roundedQuotient(value, divisor);
  return { cents: sign === '-' ? -cents : cents, exact: value % divisor === 0n };
}

/** Writes cents as euros with a point and two decimals: `300.00`. */
export const formatEuros = plainHundredths;
