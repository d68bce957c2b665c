import en from '../../../l10n/en.json';
import fr from '../../../l10n/fr.json';
import type { Langue } from './langue';

/** Every sentence that a user can read has a key, in French and in English. */
export type MessageKey = keyof typeof fr;

/**
 * The sentences of a language, by key. In what ships, `scripts/messages-plugin.mjs` stands in for this file: there,
 * English is unpacked once somebody asks for it.
 */
export function sentencesOf(langue: Langue): Readonly<Record<MessageKey, string>> {
  return langue === 'fr' ? fr : en;
}
