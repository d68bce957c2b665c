import type { Span } from '../../syntax/nodes';
import type { SourceText } from '../../syntax/source-text';
import type { Spot } from './container';

/**
 * The stretch of one line that an item replaces, and what has to come with the item so that the result is valid
 * JSON. Offsets in the whole text.
 */
export interface Slot {
  readonly start: number;
  /** Where the stretch ends for a client that inserts, and for one that replaces. */
  readonly insertEnd: number;
  readonly replaceEnd: number;
  /** Something is replaced that begins with a quotation mark. */
  readonly quoted: boolean;
  /** The cursor stands between quotation marks. */
  readonly inQuotes: boolean;
  readonly isEmpty: boolean;
  readonly before: string;
  readonly after: string;
  /** Where the comma goes that is missing behind the previous neighbour. */
  readonly missingComma: number | undefined;
  readonly colonFollows: boolean;
}

export interface SlotNeighbours {
  /** What the cursor touches and the item replaces. */
  readonly token?: Span | undefined;
  /** End of the property or item before this one. */
  readonly previousEnd?: number | undefined;
  /** A value that goes behind a key without its colon. */
  readonly colonMissing?: boolean;
}

/** Of what follows the opening quotation mark. */
const CLOSED = /(?<!\\)(?:\\\\)*"$/;
const JSON_WORD = /^(?:true|false|null|-?\d[\d.eE+-]*)$/;

/** Characters looked at together for what follows. */
const NEAR = 256;

/** Undefined where the replaced stretch would span lines, which no client takes. */
export function slotAt({ text, at, base }: Spot, neighbours: SlotNeighbours): Slot | undefined {
  const { token, previousEnd } = neighbours;
  const { start, insertEnd, replaceEnd, closed } = stretchOf(text, token, at);
  if (/[\r\n]/.test(text.slice(start, replaceEnd))) return undefined;
  const quoted = token !== undefined && characterAt(text, start) === '"';
  const comma = previousEnd === undefined ? undefined : missingComma(text, previousEnd, start);
  const next = nextCharacter(text, replaceEnd);
  return {
    start: base + start,
    insertEnd: base + insertEnd,
    replaceEnd: base + replaceEnd,
    quoted,
    inQuotes: quoted && at > start && (!closed || at < replaceEnd),
    isEmpty: start === replaceEnd,
    before: comma === 'here' ? ', ' : textBefore(characterAt(text, start - 1), neighbours),
    after: ',}]:'.includes(next.character) ? '' : next.adjacent ? ', ' : ',',
    missingComma: comma === 'behind' && previousEnd !== undefined ? base + previousEnd : undefined,
    colonFollows: next.character === ':',
  };
}

/** `here` when the new text touches its neighbour, `behind` when the comma goes behind that neighbour. */
function missingComma(text: SourceText, previousEnd: number, start: number): 'here' | 'behind' | undefined {
  if (text.slice(previousEnd, start).includes(',')) return undefined;
  return previousEnd < start ? 'behind' : 'here';
}

interface Stretch {
  readonly start: number;
  readonly insertEnd: number;
  readonly replaceEnd: number;
  readonly closed: boolean;
}

/**
 * A sound string, number or word is replaced as a whole, or what is left of it would spoil the JSON. Of a string
 * that never closes only the word under the cursor belongs to it.
 */
function stretchOf(text: SourceText, token: Span | undefined, at: number): Stretch {
  if (!token) return { start: at, insertEnd: at, replaceEnd: at, closed: true };
  const { start, end } = token;
  const raw = text.slice(start, end).trim();
  const closed = raw.startsWith('"') && CLOSED.test(raw.slice(1));
  if (closed || JSON_WORD.test(raw)) return { start, insertEnd: end, replaceEnd: end, closed };
  if (!raw.startsWith('"')) return { start, insertEnd: at, replaceEnd: end, closed };
  const word = /^[\p{L}\d_/-]*/u.exec(text.slice(at, end))?.[0] ?? '';
  return { start, insertEnd: at, replaceEnd: at + word.length, closed };
}

function textBefore(previous: string, { colonMissing, token }: SlotNeighbours): string {
  if (colonMissing) return ': ';
  return !token && (previous === ':' || previous === ',') ? ' ' : '';
}

/** The first character behind `from` that is no blank, empty at the end of the text. */
function nextCharacter(text: SourceText, from: number): { character: string; adjacent: boolean } {
  for (let start = from; start < text.length; start += NEAR) {
    const near = text.slice(start, start + NEAR);
    const blanks = near.search(/[^\0- ]/);
    if (blanks >= 0) return { character: near.charAt(blanks), adjacent: start + blanks === from };
  }
  return { character: '', adjacent: from >= text.length };
}

function characterAt(text: SourceText, at: number): string {
  return at < 0 ? '' : text.slice(at, at + 1);
}
