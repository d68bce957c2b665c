import { DecodeUTF8, strFromU8 } from 'fflate';
import { Refusal } from './refusal';
import type { Steps } from './steps';
import { checkUtf8 } from './utf8';

export type Encodage = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const SLICE = 256 * 1024;
const SNIFFED = 1024;
/** What Windows-1252 has from 80 to 9F, where Latin-1 has controls; `\0` where it has nothing. */
const CP1252 = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ';

/** A stretch of a text, how much of the file was read with it (0 to 1), and whether it is the last. */
export interface Piece {
  readonly text: string;
  readonly part: number;
  readonly last: boolean;
}

/** The text of bytes without the mark that says their encoding, one piece after the other. */
export function* decode(bytes: Uint8Array, encodage: Encodage): Generator<Piece, undefined> {
  const body = bytes.subarray(markLength(bytes));
  const parts: string[] = [];
  const read = pieceReader(encodage, parts);
  for (let at = 0; at < body.length; at += SLICE) {
    const last = at + SLICE >= body.length;
    read(body.subarray(at, at + SLICE), last);
    const text = parts.splice(0).join('');
    if (at === 0 && text.includes('\0')) throw new Refusal('base.refus.format');
    yield { text, part: Math.min(1, (at + SLICE) / body.length), last };
  }
  return undefined;
}

/** What the bytes of a text are, all of them looked at. */
export function* encodageOf(bytes: Uint8Array): Steps<Encodage> {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const start = bytes.subarray(0, SNIFFED);
  const zeros = start.reduce((sum, byte, at) => (byte === 0 ? sum + (at % 2 === 0 ? -1 : 1) : sum), 0);
  if (Math.abs(zeros) > start.length / 4) return zeros > 0 ? 'utf-16le' : 'utf-16be';
  let at = 0;
  while (at < bytes.length) {
    const next = checkUtf8(bytes, at, 4 * SLICE);
    if (next === undefined) return 'windows-1252';
    at = next;
    yield { etape: 'lecture', part: 0 };
  }
  return 'utf-8';
}

function markLength([first, second, third]: Uint8Array): number {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 3;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) ? 2 : 0;
}

/** Reads one slice after the other; a character of UTF-8 may lie across two of them. */
function pieceReader(encodage: Encodage, parts: string[]): (slice: Uint8Array, last: boolean) => void {
  if (encodage === 'utf-8') {
    const decoder = new DecodeUTF8((text) => parts.push(text));
    return (slice, last) => decoder.push(slice, last);
  }
  const read = encodage === 'windows-1252' ? windows1252 : utf16(encodage === 'utf-16le');
  return (slice) => parts.push(read(slice));
}

function windows1252(slice: Uint8Array): string {
  return strFromU8(slice, true).replace(/[\x80-\x9f]/g, (char) => {
    const written = CP1252[char.charCodeAt(0) - 0x80];
    return written === undefined || written === '\0' ? '\ufffd' : written;
  });
}

function utf16(littleEndian: boolean): (slice: Uint8Array) => string {
  return (slice) => {
    const view = new DataView(slice.buffer, slice.byteOffset, slice.byteLength);
    const units: string[] = [];
    for (let at = 0; at + 1 < slice.length; at += 2) {
      units.push(String.fromCharCode(view.getUint16(at, littleEndian)));
    }
    return units.join('');
  };
}
