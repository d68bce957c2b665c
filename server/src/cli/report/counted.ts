import type { Langue, MessageKey } from '../../messages/catalogue';
import type { Speak } from '../outcome';

/** The two forms of a sentence about a number of things. */
export interface Forms {
  readonly un: MessageKey;
  readonly plusieurs: MessageKey;
}

/** Says a number of things, singular or plural as the language has it (French: zéro fichier, English: no files). */
export function counted(speak: Speak, langue: Langue, nombre: number, forms: Forms, more: Record<string, string> = {}): string {
  const form = new Intl.PluralRules(langue).select(nombre) === 'one' ? forms.un : forms.plusieurs;
  return speak(form, { ...more, nombre: numeral(langue, nombre) });
}

/** `100 000` in French, `100,000` in English. */
export function numeral(langue: Langue, value: number): string {
  return new Intl.NumberFormat(langue).format(value);
}
