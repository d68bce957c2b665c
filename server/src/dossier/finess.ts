import { compact } from './compact';
import { passesLuhn } from './luhn';

const FORM = /^[0-9][0-9A-Z][0-9]{7}$/;

/** The number without blanks, its letter a capital. */
export function tidyFiness(text: string): string {
  return compact(text).toUpperCase();
}

export function isFiness(text: string): boolean {
  return FORM.test(text);
}

/**
 * Luhn's key, 2A counting as 21 and 2B as 22. No official text says so: it holds on the genuine numbers tried.
 * Undefined for another letter, of which nothing is known.
 */
export function finessKeyHolds(number: string): boolean | undefined {
  const digits = number.replace(/^2A/, '21').replace(/^2B/, '22');
  return /^\d+$/.test(digits) ? passesLuhn(digits) : undefined;
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
