/** What people write in the place of `null`, `true` and `false`. */

const NULL_WORD = /^(null?|nil|none|undefined|n\/?a|nan|vide|aucune?|néant|sans objet)$/i;
const TRUE_WORD = /^(true|vrai|oui|yes|o|v|1)$/i;
const FALSE_WORD = /^(false|faux|non|no|n|f|0)$/i;

/** `Null`, `nul`, `None`: a word without quotes that says "nothing here". */
export function isNullWord(word: string): boolean {
  return NULL_WORD.test(word);
}

/** `"null"` in quotes: a text, and one that no file means. `"NULL"` may be somebody's name. */
export function isNullText(text: string): boolean {
  return text === 'null' || text === 'undefined';
}

/** What `vrai`, `Non`, `"1"` stand for; undefined for the rest. */
export function readBoolean(text: string): boolean | undefined {
  const word = text.trim();
  if (TRUE_WORD.test(word)) return true;
  return FALSE_WORD.test(word) ? false : undefined;
}

/** What a word without quotes stands for, whatever the model wants there. */
export type WordMeaning =
  | { readonly kind: 'nul' }
  | { readonly kind: 'booleen'; readonly value: boolean }
  | { readonly kind: 'texte'; readonly text: string };

/** `raw` is the word as written, `text` what stands inside its foreign quotation marks, if it has any. */
export function meaningOf(raw: string, text: string): WordMeaning {
  if (raw !== text) return { kind: 'texte', text };
  if (isNullWord(raw)) return { kind: 'nul' };
  const value = /^\d$/.test(raw) ? undefined : readBoolean(raw);
  return value === undefined ? { kind: 'texte', text } : { kind: 'booleen', value };
}
