import { BREATH, nextTurn } from './breath';

/** Bytes a piece. */
const PIECE = 96 * 1024;

/** Bytes as pieces in base64: the one form that every transport carries. Others may work meanwhile. */
export function inPieces(bytes: Uint8Array): Promise<string[]> {
  const starts = Array.from({ length: Math.ceil(bytes.length / PIECE) }, (_, rank) => rank * PIECE);
  return oneByOne(starts, (start) => {
    let chars = '';
    for (const byte of bytes.subarray(start, start + PIECE)) chars += String.fromCharCode(byte);
    return btoa(chars);
  });
}

/** The bytes that such pieces hold. */
export async function joined(pieces: readonly string[]): Promise<Uint8Array> {
  const parts = await oneByOne(pieces, (piece) => Uint8Array.from(atob(piece), (char) => char.charCodeAt(0)));
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

async function oneByOne<From, To>(items: readonly From[], work: (item: From) => To): Promise<To[]> {
  const done: To[] = [];
  let since = performance.now();
  for (const item of items) {
    done.push(work(item));
    if (performance.now() - since < BREATH) continue;
    await nextTurn();
    since = performance.now();
  }
  return done;
}
