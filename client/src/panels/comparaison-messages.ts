import { isCount, messageOf } from './message-of';

/** What the page that compares says to the extension. Ranks count from 0. */
export type ComparaisonMessage =
  | { readonly type: 'pret' }
  /** Show one side of this row. */
  | { readonly type: 'montrer'; readonly rang: number; readonly cote: 'avance' | 'solde' };

/** Reads a message of the page; undefined for anything else. */
export function readComparaisonMessage(message: unknown): ComparaisonMessage | undefined {
  const { type, rang, cote } = messageOf(message) ?? {};
  if (type === 'pret') return { type };
  const isSide = cote === 'avance' || cote === 'solde';
  return type === 'montrer' && isSide && isCount(rang) ? { type, rang, cote } : undefined;
}
