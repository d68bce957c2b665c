/** A FINESS as a whole number below 2^32, in the same order as its text: what the index keeps. */

/** Stands for "no number". */
export const NO_CODE = 0xffffffff;

const FORM = /^[0-9][0-9A-Z][0-9]{7}$/;
const REST = 10_000_000;

/** Undefined for a text that is not nine characters of a FINESS. */
export function codeOf(finess: string): number | undefined {
  if (!FORM.test(finess)) return undefined;
  return Number.parseInt(finess.slice(0, 2), 36) * REST + Number(finess.slice(2));
}

export function finessOf(code: number): string {
  const head = Math.floor(code / REST)
    .toString(36)
    .toUpperCase()
    .padStart(2, '0');
  return head + String(code % REST).padStart(7, '0');
}

/** The codes of the numbers that begin by a text: from `first`, before `end`. Undefined when none can. */
export function codesFrom(prefix: string): { readonly first: number; readonly end: number } | undefined {
  const shortest = prefix.padEnd(9, '0');
  const longest = prefix.length < 2 ? `${prefix.padEnd(1, '9')}Z`.padEnd(9, '9') : prefix.padEnd(9, '9');
  const [first, last] = [codeOf(shortest), codeOf(longest)];
  return first === undefined || last === undefined ? undefined : { first, end: last + 1 };
}
