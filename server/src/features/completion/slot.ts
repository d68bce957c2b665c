import type { Span } from '../../syntax/nodes';
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

const CLOSED_STRING = /^"(?:[^"\\]|\\.)*"$/;
const JSON_WORD = /^(?:true|false|null|-?\d[\d.eE+-]*)$/;

/** Undefined where the replaced stretch would span lines, which no client takes. */
export function slotAt({ text, at, base }: Spot, neighbours: SlotNeighbours): Slot | undefined {
  const { token, previousEnd, colonMissing = false } = neighbours;
  const start = token?.start ?? at;
  const { insertEnd, replaceEnd, closed } = token ? endsOf(text, token, at) : { insertEnd: at, replaceEnd: at, closed: true };
  if (/[\r\n]/.test(text.slice(start, replaceEnd))) return undefined;
  const quoted = token !== undefined && text.charAt(start) === '"';
  const commaMissing = previousEnd !== undefined && !text.slice(previousEnd, start).includes(',');
  const next = nextCharacter(text, replaceEnd);
  return {
    start: base + start,
    insertEnd: base + insertEnd,
    replaceEnd: base + replaceEnd,
    quoted,
    inQuotes: quoted && at > start && (!closed || at < replaceEnd),
    isEmpty: start === replaceEnd,
    before: textBefore(text.charAt(start - 1), { colonMissing, comma: commaMissing && previousEnd === start, token }),
    after: ',}]:'.includes(next.character) ? '' : next.adjacent ? ', ' : ',',
    missingComma: commaMissing && previousEnd < start ? base + previousEnd : undefined,
    colonFollows: next.character === ':',
  };
}

/**
 * A sound string, number or word is replaced as a whole, or what is left of it would spoil the JSON. Of a string
 * that never closes only the word under the cursor belongs to it.
 */
function endsOf(text: string, token: Span, at: number): { insertEnd: number; replaceEnd: number; closed: boolean } {
  const raw = text.slice(token.start, token.end).trim();
  const closed = CLOSED_STRING.test(raw);
  if (closed || JSON_WORD.test(raw)) return { insertEnd: token.end, replaceEnd: token.end, closed };
  if (!raw.startsWith('"')) return { insertEnd: at, replaceEnd: token.end, closed };
  const word = /^[\p{L}\d_/-]*/u.exec(text.slice(at, token.end))?.[0] ?? '';
  return { insertEnd: at, replaceEnd: at + word.length, closed };
}

function textBefore(
  previous: string,
  { colonMissing, comma, token }: { colonMissing: boolean; comma: boolean; token: Span | undefined },
): string {
  if (colonMissing) return ': ';
  if (comma) return ', ';
  return !token && (previous === ':' || previous === ',') ? ' ' : '';
}

/** The first character behind `from` that is no blank, empty at the end of the text. */
function nextCharacter(text: string, from: number): { character: string; adjacent: boolean } {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at++;
  return { character: text.charAt(at), adjacent: at === from };
}
