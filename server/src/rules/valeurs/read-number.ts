/**
 * Numbers as people write them, turned into JSON numbers without a double on the way: the digits stay as they
 * were written (`300,00` gives `300.00`, never `300`). What can be read in two ways is not read.
 */

const DIGITS = /^\d+$/;
const WHOLE = /^(?:0|[1-9]\d*)$/;
/** Blank, no-break space, narrow no-break space, thin space. */
const BLANK = /[ \u00A0\u202F\u2009]/;
const WITH_EXPONENT = /^-?(?:0|[1-9]\d*)(?:\.\d+)?[eE][+-]?\d+$/;

/** `300,00`, `1 200,50` or `1.200,50` as a JSON number; undefined for the rest and for `1,200`, which is ambiguous. */
export function decimalComma(raw: string): string | undefined {
  const { sign, body } = signed(raw);
  const [whole = '', decimals = '', ...rest] = body.split(',');
  if (rest.length > 0 || !DIGITS.test(decimals) || mayBeThousands(whole, decimals)) return undefined;
  const digits = joined(whole, whole.includes('.') ? /\./ : BLANK);
  return digits === undefined ? undefined : `${sign}${digits}.${decimals}`;
}

/** `300`, ` 300.00 ` or `1 200.50` as a JSON number; undefined for the rest and for `1.200`, which is ambiguous. */
export function numberInText(raw: string): string | undefined {
  if (WITH_EXPONENT.test(raw.trim())) return raw.trim();
  const { sign, body } = signed(raw);
  const [whole = '', decimals, ...rest] = body.split('.');
  const digits = joined(whole, BLANK);
  if (rest.length > 0 || digits === undefined) return undefined;
  if (decimals === undefined) return sign + digits;
  return DIGITS.test(decimals) && !mayBeThousands(whole, decimals)
    ? `${sign}${digits}.${decimals}`
    : undefined;
}

/** True for `1` and `200`: one separator before exactly three digits marks thousands in one country, decimals in another. */
export function mayBeThousands(whole: string, decimals: string): boolean {
  return /^[1-9]\d{0,2}$/.test(whole) && decimals.length === 3;
}

/** JSON knows no `+`. */
function signed(raw: string): { sign: '' | '-'; body: string } {
  const text = raw.trim();
  if (text.startsWith('-')) return { sign: '-', body: text.slice(1) };
  return { sign: '', body: text.startsWith('+') ? text.slice(1) : text };
}

/** The digits of a whole number, its groups of three joined. */
function joined(text: string, separator: RegExp): string | undefined {
  const [first = '', ...groups] = text.split(separator);
  if (!WHOLE.test(first)) return undefined;
  if (groups.length === 0) return first;
  const regular = first !== '0' && first.length <= 3 && groups.every((group) => /^\d{3}$/.test(group));
  return regular ? first + groups.join('') : undefined;
}
