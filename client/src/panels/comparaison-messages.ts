/** What the page that compares says to the extension. Ranks count from 0. */
export type ComparaisonMessage =
  | { readonly type: 'pret' }
  /** Show one side of this row. */
  | { readonly type: 'montrer'; readonly rang: number; readonly cote: 'avance' | 'solde' };

/** Reads a message of the page; undefined for anything else. */
export function readComparaisonMessage(message: unknown): ComparaisonMessage | undefined {
  if (typeof message !== 'object' || message === null || !('type' in message)) return undefined;
  const { type, rang, cote } = message as { type: unknown; rang?: unknown; cote?: unknown };
  if (type === 'pret') return { type };
  const isSide = cote === 'avance' || cote === 'solde';
  if (type !== 'montrer' || !isSide || typeof rang !== 'number') return undefined;
  return Number.isSafeInteger(rang) && rang >= 0 ? { type, rang, cote } : undefined;
}
