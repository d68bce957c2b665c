import { isCount, messageOf } from './message-of';

/** What the page of amounts says to the extension. Ranks count from 0. */
export type MontantsMessage =
  | { readonly type: 'pret' }
  /** Show this request of that version of the text. */
  | { readonly type: 'montrer'; readonly rang: number; readonly version: number }
  /** Write, or copy, these requests in this order. */
  | { readonly type: 'exporter' | 'copier'; readonly rangs: readonly number[] };

/** Reads a message of the page; undefined for anything else. */
export function readMontantsMessage(message: unknown): MontantsMessage | undefined {
  const { type, rang, version, rangs } = messageOf(message) ?? {};
  if (type === 'pret') return { type };
  if (type === 'montrer') return isCount(rang) && isCount(version) ? { type, rang, version } : undefined;
  if (type !== 'exporter' && type !== 'copier') return undefined;
  return Array.isArray(rangs) && rangs.every(isCount) ? { type, rangs } : undefined;
}
