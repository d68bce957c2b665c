/** Where a word, a loose text or an unclosed string ends: the guesses that let one slip stay one node. */

/** Quotation marks that a word processor or another language puts in the place of `"`. */
const FOREIGN_QUOTES: Readonly<Record<string, string>> = {
  "'": "'",
  '‘': '’',
  '’': '’',
  '“': '”',
  '”': '”',
  '„': '”',
  '«': '»',
};

/** Offset behind the word at `start`: `'texte'` or `“texte”` closed on its line, or a run of characters. */
export function endOfWord(text: string, start: number): number {
  return endOfForeignString(text, start) ?? endOfRun(text, start);
}

function endOfForeignString(text: string, start: number): number | undefined {
  const closing = FOREIGN_QUOTES[text.charAt(start)];
  if (closing === undefined) return undefined;
  for (let i = start + 1; i < text.length; i++) {
    const char = text.charAt(i);
    if (char === closing) return i + 1;
    if (char === '\n' || char === '\r' || char === '"') return undefined;
  }
  return undefined;
}

/** The text inside quotation marks of any kind, or the word itself without the closing `"` that it may have kept. */
export function unquoteWord(word: string): string {
  const isQuoted = word.length > 1 && word.charAt(0) in FOREIGN_QUOTES && /['"’”»]$/.test(word);
  if (isQuoted) return word.slice(1, -1);
  return word.endsWith('"') ? word.slice(0, -1) : word;
}

/** Offset behind the run of characters that begins at `start`: up to the next blank, punctuation or comment. */
function endOfRun(text: string, start: number): number {
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

/** What an unclosed string may have been: a key, whose value follows. */
const KEY_AND_VALUE = /^"[^":{}[\]]*(?=:\s*[{[])/;

/** An unclosed string ends with its line, before the comma and the brackets that were meant to stand behind it. */
export function endOfUnclosedString(text: string, start: number, lineEnd: number): number {
  const key = KEY_AND_VALUE.exec(text.slice(start, lineEnd));
  if (key) return start + key[0].trimEnd().length;
  let end = lineEnd;
  while (end > start + 1 && /[\s,}\]]/.test(text.charAt(end - 1)) && text.charAt(end - 2) !== '\\') end--;
  return end;
}

/** Offset behind the comment at `at`; undefined where there is none. */
export function endOfComment(text: string, at: number): number | undefined {
  if (!startsComment(text, at)) return undefined;
  const closing = text.charAt(at + 1) === '*' ? text.indexOf('*/', at + 2) + 2 : text.indexOf('\n', at);
  return closing < at + 2 ? text.length : closing;
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
