/**
 * Goes on checking that bytes are UTF-8, from a place and for about `most` bytes: the place where to go on (the
 * length once all is checked), or undefined where they are not.
 */
export function checkUtf8(bytes: Uint8Array, from: number, most: number): number | undefined {
  const end = Math.min(bytes.length, from + most);
  let at = from;
  while (at < end) {
    const length = sequenceLength(bytes[at] ?? 0);
    if (length === 0 || at + length > bytes.length) return undefined;
    for (let next = at + 1; next < at + length; next++) {
      if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return undefined;
    }
    at += length;
  }
  return at;
}

/** How many bytes the sequence takes that begins with this one; 0 where none can. */
function sequenceLength(byte: number): number {
  if (byte < 0x80) return 1;
  if (byte < 0xc2) return 0;
  if (byte < 0xe0) return 2;
  if (byte < 0xf0) return 3;
  return byte < 0xf5 ? 4 : 0;
}
