import { fill } from './fill';
import type { Langue } from './langue';
import { wordsOf, type MessageParams } from './params';
import { sentencesOf, type MessageKey } from './sentences';

export type { Langue, MessageKey, MessageParams };

/** A sentence not yet in a language. */
export interface Message {
  readonly key: MessageKey;
  readonly params: MessageParams;
}

/** The sentence of `key` in a language. */
export function translate(langue: Langue, key: MessageKey, params: MessageParams = {}): string {
  return fill(sentencesOf(langue)[key], wordsOf(params, langue));
}

export function say(langue: Langue, message: Message): string {
  return translate(langue, message.key, message.params);
}

/** True for a key that the catalogue holds: for keys made from data, such as a role's. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(sentencesOf('fr'), key);
}
