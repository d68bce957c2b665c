import type { Span } from './nodes';

/**
 * A closing quote that was forgotten in the middle of a line makes a string run into the next one, which is then
 * turned inside out. It shows: a letter follows the closing quote at once.
 */

/** `"nom: "Dupont"`, `"liberal: {"nom"` or `"montant: 300`: where the key was meant to end; undefined when it is what it seems. */
export function endOfKeyBeforeValue(text: string, string: Span): number | undefined {
  if (text.charAt(string.end - 1) === '"') return cutBefore(text, string, keyTail);
  const unclosed = /^"[^":]*(?=:)/.exec(text.slice(string.start, string.end));
  return unclosed ? string.start + unclosed[0].trimEnd().length : undefined;
}

/** `"nom": "Dupont, "prenom": …`: where the value was meant to end; undefined when the string is what it seems. */
export function endOfTextBeforeKey(text: string, string: Span): number | undefined {
  return cutBefore(text, string, textTail);
}

/** Where a string, be it a key or a value, was meant to end. */
export function endOfIntendedString(text: string, string: Span): number {
  return cutBefore(text, string, keyTail) ?? cutBefore(text, string, textTail) ?? string.end;
}

/** Where what stands before a closing quote, read backwards, begins; undefined when it is something else. */
type Tail = (text: string, quote: number) => number | undefined;

/** `: "`, `: {"` or `: ["`, and the blanks before. */
const keyTail: Tail = (text, quote) => {
  const last = beforeBlanks(text, quote);
  const colon = /[{[]/.test(text.charAt(last - 1)) ? beforeBlanks(text, last - 1) : last;
  return text.charAt(colon - 1) === ':' ? beforeBlanks(text, colon - 1) : undefined;
};

/** `, "`, and the blanks before. */
const textTail: Tail = (text, quote) => {
  const comma = beforeBlanks(text, quote);
  return text.charAt(comma - 1) === ',' ? beforeBlanks(text, comma - 1) : undefined;
};

function cutBefore(text: string, { start, end }: Span, tail: Tail): number | undefined {
  const quote = end - 1;
  if (quote <= start || text.charAt(quote) !== '"' || !isWordAt(text, end)) return undefined;
  const cut = tail(text, quote);
  return cut !== undefined && cut > start ? cut : undefined;
}

const WORD = /[\p{L}\d+]/u;

/** A letter, a digit or a plus. Nearly always a comma, a colon or a line break stands behind a quote: that is quickly said. */
function isWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code > 0x2a && code !== 0x2c && code !== 0x3a && WORD.test(text.charAt(at));
}

function beforeBlanks(text: string, at: number): number {
  let first = at;
  while (/\s/.test(text.charAt(first - 1))) first--;
  return first;
}
