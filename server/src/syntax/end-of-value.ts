/**
 * Finds where a bracketed value ends without reading what it holds: the cut between requests, on which
 * everything that is kept per request rests. Brackets inside strings do not count; a string ends with its line.
 */

import { endOfUnclosedString } from './runs';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;

const OPENER = { [CLOSE_BRACE]: OPEN_BRACE, [CLOSE_BRACKET]: OPEN_BRACKET } as const;

/** Nesting beyond which no value ends any more: such a text is refused whole. */
const DEEPEST = 10_000;

/** Where a bracketed value ends, and whether its own closing bracket is there. */
interface ValueEnd {
  readonly end: number;
  readonly closed: boolean;
}

/**
 * The end of the value that opens at `start` with `{` or `[`.
 * When a closing bracket was forgotten, the value ends where another request visibly begins (`}, {` or `, {`
 * between two properties) or where its list closes, so that one slip does not swallow the requests behind it.
 */
export function endOfValue(text: string, start: number): ValueEnd {
  const open: number[] = [];
  let last = 0;
  let lastEnd = start;
  for (let i = start; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code <= 0x20) continue;
    switch (code) {
      case QUOTE:
        i = endOfString(text, i) - 1;
        break;
      case OPEN_BRACE:
        if (open.at(-1) === OPEN_BRACE && (last === COMMA || last === CLOSE_BRACE)) {
          return { end: lastEnd, closed: false };
        }
        open.push(code);
        break;
      case OPEN_BRACKET:
        open.push(code);
        break;
      case CLOSE_BRACE:
      case CLOSE_BRACKET: {
        const depth = open.lastIndexOf(OPENER[code]);
        if (depth < 0) return { end: lastEnd, closed: false };
        open.length = depth;
        if (depth === 0) return { end: i + 1, closed: true };
        break;
      }
    }
    if (open.length > DEEPEST) return { end: text.length, closed: false };
    if (code !== COMMA) lastEnd = i + 1;
    last = code;
  }
  return { end: lastEnd, closed: false };
}

/** Offset behind the closing quote of the string that opens at `start`, or the end of its line. */
function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) return i + 1;
    if (code === 0x0a || code === 0x0d) return endOfUnclosedString(text, start, i);
    if (code === BACKSLASH && !isLineBreak(text, i + 1)) i++;
  }
  return endOfUnclosedString(text, start, text.length);
}

function isLineBreak(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x0a || code === 0x0d;
}
