import type { Span } from './nodes';

/**
 * A closing quote that was forgotten in the middle of a line makes a string run into the next one, which is then
 * turned inside out. It shows: a letter follows the closing quote at once.
 */

/** `"nom: "Dupont"`, `"liberal: {"nom"` or `"montant: 300`: where the key was meant to end; undefined when it is what it seems. */
export function endOfKeyBeforeValue(text: string, string: Span): number | undefined {
  if (text.charAt(string.end - 1) === '"') return cutBefore(text, string, KEY_TAIL);
  const unclosed = /^"[^":]*?(?=\s*:)/.exec(text.slice(string.start, string.end));
  return unclosed ? string.start + unclosed[0].length : undefined;
}

/** `"nom": "Dupont, "prenom": …`: where the value was meant to end; undefined when the string is what it seems. */
export function endOfTextBeforeKey(text: string, string: Span): number | undefined {
  return cutBefore(text, string, TEXT_TAIL);
}

/** Where a string, be it a key or a value, was meant to end. */
export function endOfIntendedString(text: string, string: Span): number {
  return cutBefore(text, string, KEY_TAIL) ?? cutBefore(text, string, TEXT_TAIL) ?? string.end;
}

const KEY_TAIL = /\s*:\s*[{[]?\s*"$/;
const TEXT_TAIL = /\s*,\s*"$/;

function cutBefore(text: string, { start, end }: Span, tail: RegExp): number | undefined {
  if (!/[\p{L}\d+]/u.test(text.charAt(end))) return undefined;
  const match = tail.exec(text.slice(start, end));
  return match && match.index > 0 ? start + match.index : undefined;
}
