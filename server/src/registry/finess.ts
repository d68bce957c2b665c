import { passesLuhn } from './luhn';

const FORM = /^[0-9][0-9A-Z][0-9]{7}$/;

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
