import { isNumber, orNull, type Guard } from './guards';

/** What the extension says to a page: a new model, or which of its rows the cursor is in (null for none). */
export type Received<Model> =
  | { readonly type: 'modele'; readonly modele: Model }
  | { readonly type: 'curseur'; readonly rang: number | null };

const isRank = orNull(isNumber);

/** A reader of messages whose model has this form; it gives undefined for anything else. */
export function readerOf<Model>(isModel: Guard<Model>): (message: unknown) => Received<Model> | undefined {
  return (message) => {
    if (typeof message !== 'object' || message === null) return undefined;
    const { type, modele, rang } = message as { type?: unknown; modele?: unknown; rang?: unknown };
    if (type === 'modele' && isModel(modele)) return { type, modele };
    return type === 'curseur' && isRank(rang) ? { type, rang } : undefined;
  };
}
