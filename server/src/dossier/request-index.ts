import type { Demande } from './dossier';
import type { Reading } from './reading';

/**
 * Which requests of a file hold a key. From one version of the file to the next, only requests that came or went are
 * looked at: the others are told by being the same readings.
 */
export class RequestIndex<K> {
  private demandes: readonly Demande[] = [];
  private readonly keys = new Map<Reading, readonly K[]>();
  private readonly holders = new Map<K, Set<Reading>>();
  private readonly several = new Set<K>();

  constructor(private readonly keysOf: (demande: Demande) => readonly K[]) {}

  follow(demandes: readonly Demande[]): void {
    const before = this.demandes;
    const most = Math.min(before.length, demandes.length);
    let head = 0;
    while (head < most && before[head]?.reading === demandes[head]?.reading) head++;
    let tail = 0;
    while (tail < most - head && before.at(-1 - tail)?.reading === demandes.at(-1 - tail)?.reading) tail++;
    this.demandes = demandes;
    for (const { reading } of before.slice(head, before.length - tail)) this.drop(reading);
    for (const demande of demandes.slice(head, demandes.length - tail)) this.take(demande);
  }

  /** How many keys there are. */
  get size(): number {
    return this.holders.size;
  }

  allKeys(): IterableIterator<K> {
    return this.holders.keys();
  }

  /** Keys that stand more than once: in two requests, or twice in one. */
  get shared(): ReadonlySet<K> {
    return this.several;
  }

  /** The requests that hold one of these keys, in the file's order. */
  holdersOf(keys: Iterable<K>): Demande[] {
    const readings = new Set<Reading>();
    for (const key of keys) for (const reading of this.holders.get(key) ?? []) readings.add(reading);
    return readings.size === 0 ? [] : this.demandes.filter(({ reading }) => readings.has(reading));
  }

  private take(demande: Demande): void {
    const { reading } = demande;
    const keys = this.keysOf(demande);
    this.keys.set(reading, keys);
    for (const key of keys) {
      const holders = this.holders.get(key) ?? new Set();
      this.holders.set(key, holders.add(reading));
      this.count(key, holders);
    }
  }

  private drop(reading: Reading): void {
    for (const key of this.keys.get(reading) ?? []) {
      const holders = this.holders.get(key);
      if (!holders?.delete(reading)) continue;
      if (holders.size === 0) this.holders.delete(key);
      this.count(key, holders);
    }
    this.keys.delete(reading);
  }

  private count(key: K, holders: ReadonlySet<Reading>): void {
    const [only] = holders;
    const own = only && holders.size === 1 ? this.keys.get(only) : undefined;
    const isShared = holders.size > 1 || (own && own.indexOf(key) !== own.lastIndexOf(key));
    if (isShared) this.several.add(key);
    else this.several.delete(key);
  }
}
