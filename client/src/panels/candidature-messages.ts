/** What the page of a candidature says to the extension. Ranks count from 0. */
export type CandidatureMessage =
  | { readonly type: 'pret' }
  /** Show this row's place in that version of the text. */
  | { readonly type: 'montrer'; readonly rang: number; readonly version: number };

/** Reads a message of the page; undefined for anything else. */
export function readCandidatureMessage(message: unknown): CandidatureMessage | undefined {
  if (typeof message !== 'object' || message === null || !('type' in message)) return undefined;
  const { type } = message;
  if (type === 'pret') return { type };
  if (type !== 'montrer') return undefined;
  const { rang, version } = message as { rang?: unknown; version?: unknown };
  return isWhole(rang) && isWhole(version) ? { type, rang, version } : undefined;
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value);
}
