import type { Span } from './nodes';

/**
 * What the text shows beyond its brackets, used where brackets are missing or too many: a key is seen by its colon,
 * a block by its indentation.
 */

/** A `}` inside a list belongs to the object around it, unless the list visibly goes on behind it. */
export function listGoesOn(text: string, end: number): boolean {
  return /^\s*,\s*\{/.test(text.slice(end, end + 200));
}

/** True for `, "cle":`: the object that seemed to end at `end` goes on. */
export function objectGoesOn(text: string, end: number): boolean {
  return /^\s*,\s*"[^"\n]*"\s*:/.test(text.slice(end, end + 300));
}

/** True for `, …` and `]`: an item of a list ends at `end`. */
export function endsItem(text: string, end: number): boolean {
  return /^\s*[,\]]/.test(text.slice(end, end + 200));
}

/** A text or a word before a colon. */
export function isKey(text: string, { end }: Span): boolean {
  return /^\s*:/.test(text.slice(end, end + 40));
}

/** `"a":` at the end of its line, and on the next one `"b": 1`: the value is missing, `b` is no value. */
export function startsNextProperty(text: string, from: number, string: Span): boolean {
  return text.slice(from, string.start).includes('\n') && isKey(text, string);
}

/**
 * True when a key begins its line no further right than the line on which its block opened, though the first key
 * of that block stood further right: the block's end was forgotten.
 */
export function outdents(text: string, key: Span, blockStart: number, firstKey: Span): boolean {
  const column = columnOfFirst(text, key.start);
  const first = columnOfFirst(text, firstKey.start);
  const outer = firstColumn(text, blockStart);
  return column !== undefined && first !== undefined && column <= outer && first > outer;
}

/** The column of `offset` when only blanks stand before it on its line. */
function columnOfFirst(text: string, offset: number): number | undefined {
  const column = offset - lineStart(text, offset);
  return firstColumn(text, offset) === column ? column : undefined;
}

/** The column of the first thing on the line of `offset`. */
function firstColumn(text: string, offset: number): number {
  const start = lineStart(text, offset);
  let end = start;
  while (text.charAt(end) === ' ' || text.charAt(end) === '\t') end++;
  return end - start;
}

function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}
