import { isCount, messageOf } from './message-of';

/** What the page of a candidature says to the extension. Ranks count from 0. */
export type CandidatureMessage =
  | { readonly type: 'pret' }
  /** Show this row's place in that version of the text. */
  | { readonly type: 'montrer'; readonly rang: number; readonly version: number };

/** Reads a message of the page; undefined for anything else. */
export function readCandidatureMessage(message: unknown): CandidatureMessage | undefined {
  const { type, rang, version } = messageOf(message) ?? {};
  if (type === 'pret') return { type };
  return type === 'montrer' && isCount(rang) && isCount(version) ? { type, rang, version } : undefined;
}
