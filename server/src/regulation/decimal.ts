/** Decimal texts as whole millionths, so that coefficients multiply without a double. */

export const MILLION = 1_000_000n;

const DECIMAL = /^(-?)(\d{1,18})(?:\.(\d{1,6}))?$/;

/** Reads `0.125` as 125 000 millionths; undefined for another text, and for more than six decimals. */
export function readMillionths(text: string): bigint | undefined {
  const [, sign, whole, fraction = ''] = DECIMAL.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const value = BigInt(whole + fraction.padEnd(6, '0'));
  return sign === '-' ? -value : value;
}
