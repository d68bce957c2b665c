import type { Demande, Dossier } from './dossier';
import type { Reading } from './reading';

/**
 * Which requests of a file hold a key. From one version of the file to the next, only requests that came or went are
 * looked at: the others are told by being the same readings.
 */
export class RequestIndex<K> {
  private dossier: Dossier | undefined;
  private readonly keys = new Map<Reading, readonly K[]>();
  private readonly holders = new Map<K, Set<Reading>>();
  private readonly several = new Set<K>();

  constructor(private readonly keysOf: (demande: Demande) => readonly K[]) {}

  follow(dossier: Dossier): void {
    const before = this.dossier?.readings ?? [];
    const { readings } = dossier;
    this.dossier = dossier;
    const most = Math.min(before.length, readings.length);
    let head = 0;
    while (head < most && before[head] === readings[head]) head++;
    let tail = 0;
    while (tail < most - head && before[before.length - 1 - tail] === readings[readings.length - 1 - tail]) {
      tail++;
    }
    for (const reading of before.slice(head, before.length - tail)) this.drop(reading);
    for (let rang = head; rang < readings.length - tail; rang++) {
      const demande = dossier.demande(rang);
      if (demande) this.take(demande);
    }
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
    const { dossier } = this;
    if (readings.size === 0 || !dossier) return [];
    return dossier.readings.flatMap((reading, rang) =>
      readings.has(reading) ? (dossier.demande(rang) ?? []) : [],
    );
  }

  private take(demande: Demande): void {
    const { reading } = demande;
    const keys = this.keysOf(demande);
    if (keys.length > 0) this.keys.set(reading, keys);
    for (const key of keys) {
      const holders = this.holders.get(key);
      if (holders) this.count(key, holders.add(reading));
      else this.holders.set(key, new Set<Reading>().add(reading));
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
