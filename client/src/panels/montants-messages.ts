/** What the page of amounts says to the extension. Ranks count from 0. */
export type MontantsMessage =
  | { readonly type: 'pret' }
  /** Show this request of that version of the text. */
  | { readonly type: 'montrer'; readonly rang: number; readonly version: number }
  /** Write, or copy, these requests in this order. */
  | { readonly type: 'exporter' | 'copier'; readonly rangs: readonly number[] };

/** Reads a message of the page; undefined for anything else. */
export function readMontantsMessage(message: unknown): MontantsMessage | undefined {
  if (typeof message !== 'object' || message === null || !('type' in message)) return undefined;
  const { type } = message;
  if (type === 'pret') return { type };
  if (type === 'montrer') {
    const { rang, version } = message as { rang?: unknown; version?: unknown };
    return isWhole(rang) && isWhole(version) ? { type, rang, version } : undefined;
  }
  if (type !== 'exporter' && type !== 'copier') return undefined;
  const { rangs } = message as { rangs?: unknown };
  return Array.isArray(rangs) && rangs.every(isWhole) ? { type, rangs } : undefined;
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value);
}
