/** Where a word, a loose text or an unclosed string ends: the guesses that let one slip stay one node. */

/** Offset behind the run of characters that begins at `start`: up to the next blank, punctuation or comment. */
export function endOfRun(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && !isDelimiter(text.charCodeAt(end)) && !startsComment(text, end)) end++;
  return text.charAt(end) === '"' && CLOSES_HERE.test(text.slice(end + 1, end + 80)) ? end + 1 : end;
}

/** Behind a `"` that closes a text whose opening one was lost: the value or the key is over. */
const CLOSES_HERE = /^[ \t]*(?:[,:}\]\r\n]|$)/;

/**
 * `300,00` and `1 200,50`: where a key must follow a comma, digits behind it are decimals, and digits behind a
 * blank are thousands. `end` is the end of the first run.
 */
export function endOfLooseNumber(text: string, start: number, end: number): number {
  if (!/^[-+]?\d/.test(text.slice(start, end))) return end;
  const loose = /(?:[ \u00A0\u202F\u2009]\d[\d.]*)*(?:,\d+)?(?=[\s,;}\]]|$)/y;
  loose.lastIndex = end;
  return loose.test(text) ? loose.lastIndex : end;
}

/** `Jean Dupont` without quotes: the runs that follow on the line, up to one that is a key. */
export function endOfLooseText(text: string, end: number): number {
  const next = /[ \t\u00A0\u202F]+(?!\/[/*])[^\s"{}[\],;:]+"?(?![^\s"{}[\],;:])(?![ \t]*:)/y;
  let last = end;
  for (next.lastIndex = end; next.test(text); next.lastIndex = last) last = next.lastIndex;
  return last;
}

/** An unclosed string ends with its line, before the comma and the brackets that were meant to stand behind it. */
export function endOfUnclosedString(text: string, start: number, lineEnd: number): number {
  let end = lineEnd;
  while (end > start + 1 && /[\s,}\]]/.test(text.charAt(end - 1)) && text.charAt(end - 2) !== '\\') end--;
  return end;
}

function startsComment(text: string, at: number): boolean {
  const next = text.charAt(at + 1);
  return text.charAt(at) === '/' && (next === '/' || next === '*');
}

/** Blank, or one of `{}[],;:"`. */
function isDelimiter(code: number): boolean {
  return code <= 0x20 || code === 0xa0 || PUNCTUATION.includes(String.fromCharCode(code));
}

const PUNCTUATION = '{}[],;:"';
