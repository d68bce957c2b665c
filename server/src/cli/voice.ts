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
  private readonly plural: Intl.PluralRules;
  private readonly numerals: Intl.NumberFormat;

  constructor(readonly langue: Langue) {
    this.plural = new Intl.PluralRules(langue);
    this.numerals = new Intl.NumberFormat(langue);
  }

  say(key: MessageKey, params?: MessageParams): string {
    return translate(this.langue, key, params);
  }

  message(message: Message): string {
    return say(this.langue, message);
  }

  /** Singular or plural as the language has it: "zéro fichier", "no files". */
  count(nombre: number, forms: Forms, params: MessageParams = {}): string {
    const form = this.plural.select(nombre) === 'one' ? forms.un : forms.plusieurs;
    return this.say(form, { ...params, nombre: this.number(nombre) });
  }

  /** `100 000` in French, `100,000` in English. */
  number(value: number): string {
    return this.numerals.format(value);
  }
}
