import { strFromU8, strToU8 } from 'fflate';
import { checksum, joinBytes } from '../../registry/index/bytes';
import type { IndexedBase } from '../../registry/index/indexed-base';
import { deserialise, serialise } from '../../registry/index/serialise';
import type { Store } from '../files';

/** Before the index: the length of the text that says of which version of which file it is. */
const HEAD = 4;

/**
 * Indexes that were built once, in the folder that the client lends: one for each file, of its last version. Nothing
 * is kept without such a folder; what is damaged is built again.
 */
export class KeptIndexes {
  private lent: { readonly version: string; readonly base: IndexedBase } | undefined;

  constructor(
    private readonly store: Store | undefined,
    /** A URI. */
    private readonly folder: () => string | undefined,
  ) {}

  /** Keeps one base in memory until it is asked for: it was read for its report, and is about to be put in force. */
  lend(version: string, base: IndexedBase): void {
    this.lent = { version, base };
  }

  /** The index of that very version of the file. */
  async read(uri: string, version: string): Promise<IndexedBase | undefined> {
    const { lent } = this;
    if (lent?.version === version) {
      this.lent = undefined;
      return lent.base;
    }
    const folder = this.folder();
    const bytes = folder === undefined ? undefined : await this.store?.read(folder, nameFor(uri));
    if (!bytes || bytes.length < HEAD) return undefined;
    const end = HEAD + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
    return strFromU8(bytes.subarray(HEAD, end)) === version ? deserialise(bytes.subarray(end)) : undefined;
  }

  async write(uri: string, version: string, base: IndexedBase): Promise<void> {
    const folder = this.folder();
    if (folder === undefined || !this.store) return;
    const said = strToU8(version);
    const bytes = joinBytes([Uint32Array.of(said.length), said, serialise(base)]);
    await this.store.write(folder, nameFor(uri), bytes);
  }
}

function nameFor(uri: string): string {
  return `base-${checksum(strToU8(uri)).toString(16).padStart(8, '0')}.bin`;
}
