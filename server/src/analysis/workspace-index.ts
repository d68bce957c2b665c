import { keyOf, kindOfRole, type KeyKind } from '../dossier/keys';
import type { Neighbours, Place } from '../dossier/neighbours';
import { mentionAt, mentionCount, textsByRole, type FileSummary } from '../dossier/summary';
import type { Etape } from '../formats/format';

/**
 * The files of a workspace by what they speak of. A key leads to files, and a file's own table, made when it is first
 * asked for, to the places in it: an edit that moves a request changes no key and costs nothing here.
 */
export class WorkspaceIndex implements Neighbours {
  private readonly summaries = new Map<string, FileSummary>();
  /** Most keys stand in one file: it is kept alone, without a list around it. */
  private readonly files = new Map<string, string | readonly string[]>();
  private readonly tables = new WeakMap<FileSummary, ReadonlyMap<string, readonly number[]>>();
  /** How many files there are of a SONS at a stage. */
  private readonly depots = new Map<string, number>();
  private wholeFolders: readonly string[] = [];
  private changes = 0;
  /** The keys of the file that changed last, which is likely to be the next one: the user types in it. */
  private latest: { readonly summary: FileSummary; readonly keys: ReadonlySet<string> } | undefined;

  /** Grows with each change. */
  get generation(): number {
    return this.changes;
  }

  get uris(): readonly string[] {
    return [...this.summaries.keys()];
  }

  get(uri: string): FileSummary | undefined {
    return this.summaries.get(uri);
  }

  /** Takes a file in, or its newer state. Gives the other files that share a key with it, before or after. */
  set(uri: string, summary: FileSummary): ReadonlySet<string> {
    const before = this.keysOf(this.summaries.get(uri));
    const keys = keysIn(summary);
    this.latest = { summary, keys };
    const touched = new Set<string>();
    for (const key of before) {
      this.gather(key, touched);
      if (!keys.has(key)) this.unlink(key, uri);
    }
    for (const key of keys) {
      if (before.has(key)) continue;
      this.gather(key, touched);
      this.link(key, uri);
    }
    this.countAs(this.summaries.get(uri), summary, touched);
    touched.delete(uri);
    this.summaries.set(uri, summary);
    this.changes++;
    return touched;
  }

  /** Forgets a file. Gives the files that shared a key with it. */
  delete(uri: string): ReadonlySet<string> {
    const touched = new Set<string>();
    const summary = this.summaries.get(uri);
    if (!summary) return touched;
    for (const key of keysIn(summary)) {
      this.gather(key, touched);
      this.unlink(key, uri);
    }
    this.countAs(summary, undefined, touched);
    touched.delete(uri);
    this.summaries.delete(uri);
    this.changes++;
    return touched;
  }

  placesOf(kind: KeyKind, text: string, except?: string): Place[] {
    const key = keyOf(kind, text);
    const places: Place[] = [];
    for (const uri of this.filesWith(key)) {
      const summary = uri === except ? undefined : this.summaries.get(uri);
      if (!summary) continue;
      for (const mention of this.tableOf(summary).get(key) ?? []) places.push({ uri, summary, mention });
    }
    return places;
  }

  holds(sons: string, etape?: Etape): boolean {
    const etapes: readonly Etape[] = etape ? [etape] : ['avance', 'solde'];
    return etapes.some((one) => this.depots.has(depotOf(sons, one)));
  }

  isWholeAround(uri: string): boolean {
    return this.wholeFolders.some((folder) => uri.startsWith(`${folder}/`));
  }

  /** Folders of which every file of requests was read, by their URI. Gives the files for which that changes something. */
  setWhole(folders: readonly string[]): ReadonlySet<string> {
    const before = this.uris.filter((uri) => this.isWholeAround(uri));
    this.wholeFolders = folders;
    const touched = new Set(before);
    for (const uri of this.uris) if (this.isWholeAround(uri) && !touched.delete(uri)) touched.add(uri);
    if (touched.size > 0) this.changes++;
    return touched;
  }

  /** The first file of a SONS at a stage, and the last one that goes, may change what is said of all the others. */
  private countAs(
    before: FileSummary | undefined,
    after: FileSummary | undefined,
    touched: Set<string>,
  ): void {
    const [left, entered] = [before, after].map((summary) => summary && depotOf(summary.sons, summary.etape));
    if (left === entered) return;
    const isLast = left !== undefined && this.count(left, -1) === 0;
    const isFirst = entered !== undefined && this.count(entered, 1) === 1;
    if (isLast || isFirst) for (const uri of this.summaries.keys()) touched.add(uri);
  }

  private count(depot: string, more: number): number {
    const count = (this.depots.get(depot) ?? 0) + more;
    if (count > 0) this.depots.set(depot, count);
    else this.depots.delete(depot);
    return count;
  }

  private keysOf(summary: FileSummary | undefined): ReadonlySet<string> {
    return summary && summary === this.latest?.summary ? this.latest.keys : keysIn(summary);
  }

  /** The files that hold a key, in the order of their URIs. */
  private filesWith(key: string): readonly string[] {
    const files = this.files.get(key);
    return files === undefined ? [] : typeof files === 'string' ? [files] : files;
  }

  private gather(key: string, into: Set<string>): void {
    for (const uri of this.filesWith(key)) into.add(uri);
  }

  private link(key: string, uri: string): void {
    const files = this.files.get(key);
    this.files.set(key, files === undefined ? uri : [...this.filesWith(key), uri].sort());
  }

  private unlink(key: string, uri: string): void {
    const [first, ...others] = this.filesWith(key).filter((file) => file !== uri);
    if (first === undefined) this.files.delete(key);
    else this.files.set(key, others.length === 0 ? first : [first, ...others]);
  }

  private tableOf(summary: FileSummary): ReadonlyMap<string, readonly number[]> {
    const known = this.tables.get(summary);
    if (known) return known;
    const table = new Map<string, number[]>();
    for (let rank = 0; rank < mentionCount(summary); rank++) {
      const { role, text } = mentionAt(summary, rank);
      const kind = kindOfRole(role);
      if (!kind) continue;
      const key = keyOf(kind, text);
      const same = table.get(key);
      if (same) same.push(rank);
      else table.set(key, [rank]);
    }
    this.tables.set(summary, table);
    return table;
  }
}

function depotOf(sons: string | undefined, etape: Etape): string {
  return `${etape} ${sons ?? ''}`;
}

/** Every key of a file, once. */
function keysIn(summary: FileSummary | undefined): Set<string> {
  const keys = new Set<string>();
  if (!summary) return keys;
  for (const [role, text] of textsByRole(summary)) {
    const kind = kindOfRole(role);
    if (kind) keys.add(keyOf(kind, text));
  }
  return keys;
}
