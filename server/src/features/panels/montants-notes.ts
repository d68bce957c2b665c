import { say, translate, type Langue, type Message } from '../../messages/catalogue';
import { harmless } from '../../messages/harmless';

/** Sentences told once below a table, and named by their number within it. */
export class Notes {
  private readonly numbers = new Map<string, number>();

  constructor(private readonly langue: Langue) {}

  get all(): readonly string[] {
    return [...this.numbers.keys()];
  }

  add(message: Message): number {
    return this.tell(say(this.langue, message));
  }

  /** The number of a sentence that stands already in the user's language. */
  tell(text: string): number {
    const sentence = harmless(text);
    const number = this.numbers.get(sentence) ?? this.numbers.size + 1;
    this.numbers.set(sentence, number);
    return number;
  }

  /** "note 2"; empty without a message. */
  at(message: Message | undefined): string {
    return message ? translate(this.langue, 'montants.note', { numero: this.add(message) }) : '';
  }
}
