/**
 * Finds where a bracketed value ends without reading what it holds: the cut between requests, on which
 * everything that is kept per request rests. Brackets inside strings do not count; a string ends with its line.
 */

import { endsItem, objectGoesOn } from './layout';
import { endOfIntendedString } from './lost-quote';
import { endOfComment, endOfUnclosedString, endOfWord } from './runs';

const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;

const SIGNS: ReadonlySet<number> = new Set([
  COMMA,
  OPEN_BRACE,
  CLOSE_BRACE,
  OPEN_BRACKET,
  CLOSE_BRACKET,
  0x3a,
  0x3b,
  0xa0,
  0xfeff,
]);
const OPENER = { [CLOSE_BRACE]: OPEN_BRACE, [CLOSE_BRACKET]: OPEN_BRACKET } as const;

/** How far the layout behind a bracket is looked at, with room to spare. */
const GLANCE = 320;

/** How far a request is followed behind a bracket that seems to end it: more than any request is long. */
const LONGEST_DOUBT = 100_000;

/** Nesting beyond which no value ends any more: such a text is refused whole. */
const DEEPEST = 10_000;

/** Where a bracketed value ends, and whether its own closing bracket is there. */
interface ValueEnd {
  readonly end: number;
  readonly closed: boolean;
  /** What the text holds from here on was not looked at. */
  readonly reach: number;
}

/** The end of the value that opens at `start` with `{` or `[`: where its last bracket stands, or should. */
export function endOfValue(text: string, start: number): ValueEnd {
  return end(text, start, false);
}

/**
 * The end of the request that opens at `start` with `{`, in a list of requests. When a closing bracket was
 * forgotten, it ends where another request visibly begins (`}, {` or `, {` between two properties) or where the list
 * closes; a bracket too many is passed over, when the request then ends as requests do. One slip does not swallow
 * the requests behind it.
 */
export function endOfRequest(text: string, start: number): ValueEnd {
  return end(text, start, true);
}

function end(text: string, start: number, isRequest: boolean): ValueEnd {
  const brackets = new Brackets(text, isRequest);
  let last = 0;
  let lastEnd = start;
  let wholeLine = false;
  for (let i = start; i < brackets.limit; i++) {
    const code = text.charCodeAt(i);
    if (code <= 0x20) continue;
    const found = brackets.read(code, i, last, lastEnd);
    if (found) return { ...found, reach: (wholeLine ? endOfLine(text, i) : i) + GLANCE };
    const tokenEnd = endOfToken(text, code, i);
    wholeLine ||= looksAtLine(text, i, tokenEnd);
    i = tokenEnd - 1;
    if (code !== COMMA) lastEnd = i + 1;
    last = code;
  }
  const reach = brackets.limit < text.length ? endOfLine(text, brackets.limit) + GLANCE : Infinity;
  return { ...(brackets.doubt ?? { end: lastEnd, closed: false }), reach };
}

/** True for what was read up to the end of its line before it was known to end earlier. */
function looksAtLine(text: string, start: number, end: number): boolean {
  const code = text.charCodeAt(start);
  if (code !== QUOTE) return code === APOSTROPHE || code > 0x7f;
  const isClosed = end > start + 1 && text.charCodeAt(end - 1) === QUOTE;
  return !isClosed || text.charCodeAt(end - 2) === BACKSLASH;
}

/** Offset of the line break behind `at`; both kinds end a line. */
function endOfLine(text: string, at: number): number {
  const found = /[\r\n]/g;
  found.lastIndex = at;
  return found.exec(text)?.index ?? text.length;
}

type FoundEnd = Omit<ValueEnd, 'reach'>;

/** The brackets open at some place, and what they say of the value's end. */
class Brackets {
  /** Where the value ends, unless what looks like one bracket too many is just that. */
  doubt: FoundEnd | undefined;
  /** Where to stop looking. */
  limit: number;
  private readonly open: number[] = [];

  constructor(
    private readonly text: string,
    private readonly isRequest: boolean,
  ) {
    this.limit = text.length;
  }

  /** Takes the character at `i`; the value's end, once it is found. `last` stands before it, up to `lastEnd`. */
  read(code: number, i: number, last: number, lastEnd: number): FoundEnd | undefined {
    if (code === CLOSE_BRACE || code === CLOSE_BRACKET) return this.close(code, i, lastEnd);
    if (code !== OPEN_BRACE && code !== OPEN_BRACKET) return undefined;
    const isNext =
      code === OPEN_BRACE && this.open.at(-1) === OPEN_BRACE && (last === COMMA || last === CLOSE_BRACE);
    if (isNext) return this.doubt ?? { end: lastEnd, closed: false };
    this.open.push(code);
    return this.open.length > DEEPEST ? { end: this.text.length, closed: false } : undefined;
  }

  private close(code: keyof typeof OPENER, i: number, lastEnd: number): FoundEnd | undefined {
    const depth = this.open.lastIndexOf(OPENER[code]);
    if (depth > 0) {
      this.open.length = depth;
      return undefined;
    }
    const found = depth < 0 ? { end: lastEnd, closed: false } : { end: i + 1, closed: true };
    if (!this.isRequest) return found;
    const isDoubtful = depth < 0 || objectGoesOn(this.text, i + 1);
    if (!isDoubtful) return !this.doubt || endsItem(this.text, i + 1) ? found : this.doubt;
    this.doubt ??= found;
    this.limit = Math.min(this.limit, i + LONGEST_DOUBT);
    if (depth === 0) this.open.length = 1;
    return undefined;
  }
}

/** Offset behind the text, the comment or the word at `i`, or behind the sign. */
function endOfToken(text: string, code: number, i: number): number {
  if (code === QUOTE) return endOfString(text, i);
  if (SIGNS.has(code)) return i + 1;
  return endOfComment(text, i) ?? endOfWord(text, i);
}

/** Offset behind the closing quote of the string that opens at `start`, or the end of its line. */
function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) return endOfIntendedString(text, { start, end: i + 1 });
    if (code === 0x0a || code === 0x0d) return endOfUnclosedString(text, start, i);
    if (code === BACKSLASH && !isLineBreak(text, i + 1)) i++;
  }
  return endOfUnclosedString(text, start, text.length);
}

function isLineBreak(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x0a || code === 0x0d;
}
