import { isCount, messageOf } from './message-of';

/** What the page of deadlines says to the extension. */
export type EcheancesMessage =
  | { readonly type: 'pret' }
  /** Write an agenda of these SONS. */
  | { readonly type: 'exporter'; readonly sons: readonly string[] }
  /** Show this order of the file. */
  | { readonly type: 'montrer'; readonly rang: number };

/** Reads a message of the page; undefined for anything else. */
export function readEcheancesMessage(message: unknown): EcheancesMessage | undefined {
  const { type, rang, sons } = messageOf(message) ?? {};
  if (type === 'pret') return { type };
  if (type === 'montrer') return isCount(rang) ? { type, rang } : undefined;
  if (type !== 'exporter' || !Array.isArray(sons)) return undefined;
  const all: readonly unknown[] = sons;
  return all.every((one) => typeof one === 'string') ? { type, sons: all } : undefined;
}
