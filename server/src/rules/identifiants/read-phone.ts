import { compact } from '../../dossier/compact';

const METROPOLITAN = /^\+33[1-9]\d{8}$/;
/** Country codes of the overseas territories: the texts do not say how their numbers are to be written. */
const OVERSEAS = /^\+(?:262|508|590|594|596|681|687|689)/;
/**
 * National prefixes of overseas numbers, and the country code that goes with them. The last ones serve several
 * territories.
 */
const OVERSEAS_PREFIXES: readonly (readonly [prefix: RegExp, code: string | undefined])[] = [
  [/^(?:26[239]|639|69[23])/, '262'],
  [/^508/, '508'],
  [/^(?:590|69[01])/, '590'],
  [/^[56]94/, '594'],
  [/^(?:596|69[67])/, '596'],
  [/^(?:709|708|94|97[4-7])/, undefined],
];

/** True for `+33` and nine digits of which the first is not 0, and for an overseas number, however it is written. */
export function isPhone(text: string): boolean {
  return METROPOLITAN.test(text) || OVERSEAS.test(withoutMarks(text));
}

export interface ReadPhone {
  readonly number: string;
  /** False when the country was guessed. */
  readonly sure: boolean;
}

/** Reads a number written the national way or with `0033`, `+33 (0)`; undefined when it cannot be told. */
export function readPhone(text: string): ReadPhone | undefined {
  const marked = withoutMarks(text).replace(/^00/, '+');
  const [, prefix, digits] = /^(\+33(?:\(0\)|0)?|0|33|)([1-9]\d{8})$/.exec(marked) ?? [];
  if (prefix === undefined || digits === undefined) return undefined;
  const overseas = prefix === '+33' ? undefined : OVERSEAS_PREFIXES.find(([first]) => first.test(digits));
  // A spreadsheet drops a leading `0` or `+`: likely, not sure.
  if (!overseas) return { number: `+33${digits}`, sure: prefix === '0' || prefix.startsWith('+') };
  const [, code] = overseas;
  return code === undefined ? undefined : { number: `+${code}${digits}`, sure: false };
}

/** Without blanks, dots, dashes and slashes. */
function withoutMarks(text: string): string {
  return compact(text).replace(/[.\-/\u2010-\u2015]/g, '');
}
