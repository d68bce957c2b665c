import en from '../../../l10n/en.json';
import fr from '../../../l10n/fr.json';

export type Langue = 'fr' | 'en';

/** Every sentence that a user can read has a key, in French and in English. */
export type MessageKey = keyof typeof fr;

export const MESSAGE_KEYS = Object.keys(fr) as readonly MessageKey[];

export type MessageParams = Readonly<Record<string, string | number>>;

/** A sentence not yet in a language. */
export interface Message {
  readonly key: MessageKey;
  readonly params: MessageParams;
}

const CATALOGUES: Readonly<Record<Langue, Readonly<Record<MessageKey, string>>>> = { fr, en };

/** The sentence of `key`; `{name}` is replaced by `params.name`. */
export function translate(langue: Langue, key: MessageKey, params: MessageParams = {}): string {
  return CATALOGUES[langue][key].replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = params[name];
    return value === undefined ? hole : String(value);
  });
}

export function say(langue: Langue, message: Message): string {
  return translate(langue, message.key, message.params);
}

/** True for a key that the catalogue holds: for keys made from data, such as a role's. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(fr, key);
}
