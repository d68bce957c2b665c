import { Inflate } from 'fflate';
import type { Budget, Limits } from './limits';
import { Refusal } from './refusal';
import type { Steps } from './steps';

/** A file of an archive, as the directory at its end tells of it. */
interface Entry {
  readonly method: number;
  readonly flags: number;
  readonly packedSize: number;
  readonly headerAt: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;
/** Packed bytes a step: a bomb makes a thousand times as many of them, which stays affordable. */
const SLICE = 16 * 1024;

/** An archive read through its directory; its files are unpacked piece by piece, against a budget. */
export class Archive {
  private readonly entries: ReadonlyMap<string, Entry>;
  private readonly view: DataView;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly budget: Budget,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.entries = this.directory(budget.limits);
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** Gives the pieces of a file to `take`, which returns false when it has seen enough. */
  *unpack(name: string, take: (piece: Uint8Array, last: boolean) => boolean): Steps<void> {
    const packed = this.packed(name);
    const { method } = packed;
    const reading = { isWanted: true };
    const give = (piece: Uint8Array, last: boolean): void => {
      this.budget.takeBytes(piece.length);
      if (reading.isWanted) reading.isWanted = take(piece, last);
    };
    const inflate = new Inflate(give);
    for (let at = 0; at < packed.bytes.length && reading.isWanted; at += SLICE) {
      const slice = packed.bytes.subarray(at, at + SLICE);
      const last = at + SLICE >= packed.bytes.length;
      if (method === DEFLATED) inflate.push(slice, last);
      else give(slice, last);
      yield { etape: 'lecture', part: at / packed.bytes.length };
    }
  }

  private packed(name: string): { readonly bytes: Uint8Array; readonly method: number } {
    const entry = this.entries.get(name.toLowerCase());
    if (entry === undefined) throw new Refusal('base.refus.abime');
    if ((entry.flags & 1) !== 0) throw new Refusal('base.refus.chiffre');
    if (entry.method !== STORED && entry.method !== DEFLATED) throw new Refusal('base.refus.abime');
    const { view } = this;
    if (view.getUint32(entry.headerAt, true) !== LOCAL) throw new Refusal('base.refus.abime');
    const names = view.getUint16(entry.headerAt + 26, true) + view.getUint16(entry.headerAt + 28, true);
    const start = entry.headerAt + 30 + names;
    return { bytes: this.bytes.subarray(start, start + entry.packedSize), method: entry.method };
  }

  private directory({ entrees }: Limits): Map<string, Entry> {
    const end = this.endOfDirectory();
    const count = this.view.getUint16(end + 10, true);
    if (count > entrees) throw new Refusal('base.refus.bombe', { limite: entrees });
    const entries = new Map<string, Entry>();
    let at = this.view.getUint32(end + 16, true);
    for (let rank = 0; rank < count; rank++) {
      if (this.view.getUint32(at, true) !== CENTRAL) throw new Refusal('base.refus.abime');
      const nameLength = this.view.getUint16(at + 28, true);
      const name = String.fromCharCode(...this.bytes.subarray(at + 46, at + 46 + nameLength));
      entries.set(name.toLowerCase(), {
        flags: this.view.getUint16(at + 8, true),
        method: this.view.getUint16(at + 10, true),
        packedSize: this.view.getUint32(at + 20, true),
        headerAt: this.view.getUint32(at + 42, true),
      });
      at += 46 + nameLength + this.view.getUint16(at + 30, true) + this.view.getUint16(at + 32, true);
    }
    return entries;
  }

  private endOfDirectory(): number {
    const lowest = Math.max(0, this.bytes.length - END_SIZE - LONGEST_COMMENT);
    for (let at = this.bytes.length - END_SIZE; at >= lowest; at--) {
      if (this.view.getUint32(at, true) === END) return at;
    }
    throw new Refusal('base.refus.abime');
  }
}
