import {
  say,
  translate,
  type Langue,
  type Message,
  type MessageKey,
  type MessageParams,
} from '../messages/catalogue';

/** The two forms of a sentence about a number of things, `{nombre}` in both. */
export interface Forms {
  readonly un: MessageKey;
  readonly plusieurs: MessageKey;
}

/** Says sentences of the catalogue in the language of the run. */
export class Voice {
  /** Made when they are needed: a server, which says nothing, would begin some milliseconds later. */
  private plural: Intl.PluralRules | undefined;
  private numerals: Intl.NumberFormat | undefined;

  constructor(readonly langue: Langue) {}

  say(key: MessageKey, params?: MessageParams): string {
    return translate(this.langue, key, params);
  }

  message(message: Message): string {
    return say(this.langue, message);
  }

  /** Singular or plural as the language has it: "zéro fichier", "no files". */
  count(nombre: number, forms: Forms, params: MessageParams = {}): string {
    this.plural ??= new Intl.PluralRules(this.langue);
    const form = this.plural.select(nombre) === 'one' ? forms.un : forms.plusieurs;
    return this.say(form, { ...params, nombre: this.number(nombre) });
  }

  /** `100 000` in French, `100,000` in English. */
  number(value: number): string {
    this.numerals ??= new Intl.NumberFormat(this.langue);
    return this.numerals.format(value);
  }
}
