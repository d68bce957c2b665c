import { compact } from '../../dossier/compact';
import type { Wording } from '../finding';
import type { RuleFix } from '../rule';
import { rewrite, type WrittenText } from '../texts-of';

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
