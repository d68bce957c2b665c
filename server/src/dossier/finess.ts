import { finessKeyHolds, isFiness } from '../registry/finess';
import { compact } from './compact';

/** The number without blanks, its letter a capital. */
export function tidyFiness(text: string): string {
  return compact(text).toUpperCase();
}

/** Eight digits: what a spreadsheet leaves of `010780914`. */
export function lacksZero(tidy: string): boolean {
  return /^[1-9]\d{7}$/.test(tidy);
}

/** The number that a text stands for, read through what `finess-format` mends; undefined for another text. */
export function finessMeant(text: string): string | undefined {
  const tidy = tidyFiness(text);
  if (isFiness(tidy)) return tidy;
  const whole = `0${tidy}`;
  return lacksZero(tidy) && finessKeyHolds(whole) ? whole : undefined;
}
