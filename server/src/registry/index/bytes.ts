/** Takes arrays of numbers out of bytes, one after the other. Throws a RangeError beyond their end. */
export class ByteReader {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  u8(count: number): Uint8Array {
    return new Uint8Array(this.take(count));
  }

  u16(count: number): Uint16Array {
    return new Uint16Array(this.take(count * Uint16Array.BYTES_PER_ELEMENT));
  }

  u32(count: number): Uint32Array {
    return new Uint32Array(this.take(count * Uint32Array.BYTES_PER_ELEMENT));
  }

  i64(count: number): BigInt64Array {
    return new BigInt64Array(this.take(count * BigInt64Array.BYTES_PER_ELEMENT));
  }

  private take(length: number): ArrayBuffer {
    const end = this.at + length;
    if (!(length >= 0 && end <= this.bytes.length)) throw new RangeError('beyond the end');
    // A copy: numbers of several bytes must begin where their width allows it.
    const part = new Uint8Array(length);
    part.set(this.bytes.subarray(this.at, end));
    this.at = end;
    return part.buffer;
  }
}

export function joinBytes(parts: readonly ArrayBufferView[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((total, { byteLength }) => total + byteLength, 0));
  let at = 0;
  for (const { buffer, byteOffset, byteLength } of parts) {
    joined.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  return joined;
}

/** FNV-1a, 32 bits: tells damage, not malice. */
export function checksum(bytes: Uint8Array): number {
  let sum = 0x811c9dc5;
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193);
  return sum >>> 0;
}
