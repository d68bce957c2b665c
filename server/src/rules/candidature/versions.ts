/** True for two writings of one version: blanks, case, and a leading "v" do not count. */
export function sameVersion(one: string, other: string): boolean {
  return plainVersion(one) === plainVersion(other);
}

/** A first number that tells a year: `2024.1` follows `12.4` in no order that can be known. */
const FIRST_YEAR = 1900;

/** How a version stands to another one; undefined where nothing sure can be said. */
export type Ordre = 'anterieure' | 'egale' | 'posterieure';

/** `2.9` comes before `2.10`, `4.2` is `4.2.0`. Undefined for what is not numbers and dots, or counts in another way. */
export function compareVersions(one: string, other: string): Ordre | undefined {
  const [left, right] = [numbersOf(one), numbersOf(other)];
  if (!left || !right || isOfYear(left) !== isOfYear(right)) return undefined;
  for (let rank = 0; rank < Math.max(left.length, right.length); rank++) {
    const difference = Number(left[rank] ?? 0) - Number(right[rank] ?? 0);
    if (difference !== 0) return difference < 0 ? 'anterieure' : 'posterieure';
  }
  return 'egale';
}

/** True when one is the other and more: `2.4` may be a short way to write `2.4.1`. */
export function isShortFor(one: string, other: string): boolean {
  return plainVersion(other).startsWith(`${plainVersion(one)}.`);
}

/** Undefined where a number begins with 0: `4.05` may be before `4.1`, or behind it. */
function numbersOf(version: string): string[] | undefined {
  const plain = plainVersion(version);
  return /^(?:0|[1-9]\d{0,8})(?:\.(?:0|[1-9]\d{0,8}))*$/.test(plain) ? plain.split('.') : undefined;
}

function isOfYear([first]: readonly string[]): boolean {
  return Number(first) >= FIRST_YEAR;
}

function plainVersion(version: string): string {
  return version
    .replace(/\s/g, '')
    .toLowerCase()
    .replace(/^v(?:ersion)?\.?(?=\d)/, '');
}
