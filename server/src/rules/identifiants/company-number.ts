import { compact } from '../../dossier/compact';
import { passesLuhn } from '../../registry/luhn';
import type { Wording } from '../finding';
import type { RuleFix } from '../rule';
import { rewrite, type WrittenText } from '../texts-of';

/** Nine digits, the last of which is a key. */
export function isSiren(text: string): boolean {
  return /^\d{9}$/.test(text) && passesLuhn(text);
}

/**
 * La Poste has a key of its own: the sum of the digits is a multiple of five, that of its first establishment aside.
 * No text of the programme says so: it is the rule of stdnum, the library that the tests hold this one against.
 */
const LA_POSTE = '356000000';
const FIRST_OF_LA_POSTE = '35600000000048';

/** Fourteen digits with a key, that of La Poste included. */
export function isSiret(text: string): boolean {
  if (!/^\d{14}$/.test(text)) return false;
  const isOwn = text.startsWith(LA_POSTE) && text !== FIRST_OF_LA_POSTE;
  return isOwn ? sumOf(text) % 5 === 0 : passesLuhn(text);
}

function sumOf(digits: string): number {
  let sum = 0;
  for (const digit of digits) sum += Number(digit);
  return sum;
}

/** Says what is wrong with a SIREN or a SIRET: its form, or its key. */
export function badNumber(text: string, length: number): Wording {
  const onlyDigits = /^\d+$/.test(text) && text.length === length;
  return { suffix: onlyDigits ? 'cle' : 'forme', params: { numero: text } };
}

/** Blanks, dots and dashes go; the digits stay, when they make a right number. */
export function withoutSeparators(written: WrittenText, isRight: (text: string) => boolean): RuleFix[] {
  const numero = compact(written.text).replace(/[.\-\u2010-\u2015]/g, '');
  if (numero === written.text || !isRight(numero)) return [];
  return [{ kind: 'safe', edits: [rewrite(written, numero)], params: { numero } }];
}
