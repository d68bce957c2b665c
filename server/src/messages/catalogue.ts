import en from '../../../l10n/en.json';
import fr from '../../../l10n/fr.json';
import { fill } from './fill';
import type { Langue } from './langue';
import { wordsOf, type MessageParams } from './params';

export type { Langue, MessageParams };

/** Every sentence that a user can read has a key, in French and in English. */
export type MessageKey = keyof typeof fr;

/** A sentence not yet in a language. */
export interface Message {
  readonly key: MessageKey;
  readonly params: MessageParams;
}

const CATALOGUES: Readonly<Record<Langue, Readonly<Record<MessageKey, string>>>> = { fr, en };

/** The sentence of `key` in a language. */
export function translate(langue: Langue, key: MessageKey, params: MessageParams = {}): string {
  return fill(CATALOGUES[langue][key], wordsOf(params, langue));
}

export function say(langue: Langue, message: Message): string {
  return translate(langue, message.key, message.params);
}

/** True for a key that the catalogue holds: for keys made from data, such as a role's. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(fr, key);
}
