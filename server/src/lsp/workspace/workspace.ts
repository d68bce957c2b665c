import { findingsAmongOthers, withFindings } from '../../analysis/among-others';
import type { Analysis } from '../../analysis/analyse';
import { witnessOf, type Witness } from '../../analysis/exception-states';
import { keyOf, sortOut, type Exception, type SortedOut } from '../../analysis/exceptions';
import type { LocatedFinding } from '../../analysis/located';
import { WorkspaceIndex } from '../../analysis/workspace-index';
import type { Dossier } from '../../dossier/dossier';
import type { ManifesteVoisin } from '../../dossier/candidature/manifeste-voisin';
import type { FichiersVoisins } from '../../dossier/fichiers-voisins';
import { mentionsAt, summarise, type FileSummary } from '../../dossier/summary';
import type { Circumstances } from '../../rules/circumstances';
import type { RuleSettings } from '../../rules/run';
import type { ClosedFile } from './closed-files';
import { canonical } from './uri';

interface OpenFile {
  /** As the client names it. */
  readonly uri: string;
  readonly analysis: Analysis;
  crossed: { readonly generation: number; readonly analysis: Analysis; readonly mark: string } | undefined;
}

/** Called with the canonical URIs of the files whose findings may be others now, and with the file that changed if one did. */
type Listener = (touched: ReadonlySet<string>, source: string | undefined) => void;

export interface WorkspaceContext {
  readonly settings: (uri: string) => RuleSettings;
  readonly exceptions: (uri: string) => readonly Exception[];
  /** False for a text that is no file of its own: a new text not saved yet, the old side of a comparison. */
  readonly counts: (uri: string) => boolean;
  readonly circumstances: (uri: string) => Circumstances;
  /** The files beside it, as far as they were read. */
  readonly fichiers: (uri: string) => FichiersVoisins | undefined;
  /** What the manifest of a SONS beside it says. */
  readonly manifeste: (uri: string, sons: string) => ManifesteVoisin | undefined;
}

/** A generation that no index has: what was found has to be found again. */
const NEVER = -1;

/**
 * The files of the workspace, open or not, and what they say of each other. The text of an open file wins over the
 * disk. Files are told apart by one spelling of their URI.
 */
export class Workspace {
  private readonly all = new WorkspaceIndex();
  /** Open files whose latest text is not in the index yet: nobody asked since. */
  private readonly waiting = new Set<string>();
  private readonly open = new Map<string, OpenFile>();
  private readonly closed = new Map<string, ClosedFile>();
  private readonly listeners = new Set<Listener>();

  constructor(private readonly context: WorkspaceContext) {}

  /** What every file speaks of, as the texts are now. */
  get index(): WorkspaceIndex {
    for (const key of this.waiting) {
      this.waiting.delete(key);
      const file = this.open.get(key);
      if (file) this.takeIn(key, file.analysis);
    }
    return this.all;
  }

  onChange(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The analysis of an open file with what the other files bring to it, and a mark that changes with that. */
  among(uri: string, analysis: Analysis): { readonly analysis: Analysis; readonly mark: string } {
    if (!this.context.counts(uri)) return { analysis, mark: '' };
    const key = canonical(uri);
    const file = this.setOpen(key, uri, analysis);
    // Nothing crosses a file that is alone: it is summed up once somebody asks, or once it is alone no more.
    if (this.isAlone(key, uri, analysis)) {
      if (!file.crossed) this.tell(key, new Set());
      file.crossed = { generation: NEVER, analysis, mark: '' };
      return file.crossed;
    }
    const { generation } = this.index;
    if (file.crossed?.generation === generation) return file.crossed;
    const summary = this.index.get(key);
    const found = summary ? this.crossing(key, uri, summary, analysis.dossier) : [];
    const mark = markOf(found);
    const before = file.crossed;
    const crossed = before?.mark === mark ? before.analysis : withFindings(analysis, found);
    const result = { generation, analysis: crossed, mark };
    file.crossed = result;
    return result;
  }

  /** What other files bring to one that is not open. */
  crossingOf(key: string, { uri, summary }: ClosedFile): SortedOut {
    const referenceAt = (rang: number): string | undefined =>
      mentionsAt(summary, rang, ['reference-demande'])[0]?.text;
    const { today } = this.context.circumstances(uri);
    const exceptions = this.context.exceptions(uri);
    return sortOut(this.crossing(key, uri, summary), { exceptions, referenceAt, today });
  }

  /** What the last check of a file says of the exceptions to it; undefined for a file that was not checked. */
  witnessOf(key: string): Witness | undefined {
    const open = this.open.get(key);
    if (open) return witnessOf(open.crossed?.analysis ?? open.analysis);
    const file = this.closed.get(key);
    if (!file?.witness) return undefined;
    const crossing = this.crossingOf(key, file).accepted.map(({ exception }) => keyOf(exception));
    return { ...file.witness, used: new Set([...file.witness.used, ...crossing]) };
  }

  /** Files that are not open, by their canonical URI, in a fixed order. */
  get closedFiles(): readonly (readonly [string, ClosedFile])[] {
    return [...this.closed].filter(([key]) => !this.open.has(key));
  }

  isOpen(key: string): boolean {
    return this.open.has(key);
  }

  closedFile(key: string): ClosedFile | undefined {
    return this.open.has(key) ? undefined : this.closed.get(key);
  }

  /** The URI by which the client knows a file. */
  nameOf(key: string): string {
    return this.open.get(key)?.uri ?? this.closed.get(key)?.uri ?? key;
  }

  /** A file as the disk has it. */
  setClosed(file: ClosedFile): void {
    const key = canonical(file.uri);
    this.closed.set(key, file);
    if (!this.open.has(key)) this.tell(key, this.index.set(key, file.summary));
  }

  /** A file that is gone from the disk, or that is none of ours. */
  dropClosed(uri: string): void {
    const key = canonical(uri);
    if (this.closed.delete(key) && !this.open.has(key)) this.tell(key, this.index.delete(key));
  }

  /** A document was closed: what the disk had stands until it is read again. */
  close(uri: string): void {
    const key = canonical(uri);
    this.waiting.delete(key);
    if (!this.open.delete(key)) return;
    const file = this.closed.get(key);
    this.tell(key, file ? this.index.set(key, file.summary) : this.index.delete(key));
  }

  /** Beside the files of a folder, by its canonical URI, attachments came or went, or a manifest says something else. */
  besideChanged(folder: string): void {
    const keys = [...this.open.keys(), ...this.closed.keys()];
    const touched = new Set(keys.filter((key) => key.slice(0, key.lastIndexOf('/')) === folder));
    for (const key of touched) {
      const file = this.open.get(key);
      if (file?.crossed) file.crossed = { ...file.crossed, generation: NEVER };
    }
    if (touched.size > 0) for (const listener of this.listeners) listener(touched, undefined);
  }

  /** The folders, by their canonical URI, of which every file of requests was read. */
  setWhole(folders: readonly string[]): void {
    const touched = this.index.setWhole(folders);
    if (touched.size > 0) for (const listener of this.listeners) listener(touched, undefined);
  }

  private setOpen(key: string, uri: string, analysis: Analysis): OpenFile {
    const known = this.open.get(key);
    if (known?.analysis === analysis) return known;
    const file: OpenFile = { uri, analysis, crossed: undefined };
    this.open.set(key, file);
    this.waiting.add(key);
    return file;
  }

  /** No other file, nothing known to stand beside it, no manifest. */
  private isAlone(key: string, uri: string, { dossier }: Analysis): boolean {
    const sons = dossier?.format.sons;
    const isTold = sons !== undefined && this.context.manifeste(uri, sons) !== undefined;
    if (isTold || this.context.fichiers(uri)?.isEmpty === false) return false;
    const others = (files: ReadonlyMap<string, unknown>): number => files.size - (files.has(key) ? 1 : 0);
    return others(this.open) + others(this.closed) === 0;
  }

  private takeIn(key: string, { dossier }: Analysis): void {
    if (dossier) this.tell(key, this.all.set(key, summarise(dossier)));
    else if (this.all.get(key)) this.tell(key, this.all.delete(key));
  }

  private crossing(key: string, uri: string, summary: FileSummary, dossier?: Dossier): LocatedFinding[] {
    const { fichiers: around, manifeste: said } = this.context;
    const fichiers = around(uri);
    const manifeste = summary.sons === undefined ? undefined : said(uri, summary.sons);
    const file = { uri: key, summary, neighbours: this.index, dossier, fichiers, manifeste };
    return findingsAmongOthers(file, this.context.settings(uri), this.context.circumstances(uri));
  }

  private tell(key: string, touched: ReadonlySet<string>): void {
    const all = new Set([key, ...touched]);
    for (const listener of this.listeners) listener(all, key);
  }
}

/** The same for the same findings at the same places. */
export function markOf(found: readonly LocatedFinding[]): string {
  let hash = 0;
  const add = (part: string | number): void => {
    for (const sign of `${part};`) hash = (Math.imul(hash, 31) + (sign.codePointAt(0) ?? 0)) | 0;
  };
  for (const { finding, start, end } of found) {
    [finding.code, finding.severity, start, end, ...Object.values(finding.facts)].forEach(add);
    for (const place of finding.related ?? []) [place.uri ?? '', place.start, place.end].forEach(add);
  }
  return found.length === 0 ? '' : `${found.length}.${(hash >>> 0).toString(36)}`;
}
