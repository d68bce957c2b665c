import { readDemande, type Part } from '../dossier/part';
import type { Reading } from '../dossier/reading';
import type { Format } from '../formats/format';
import { PART_RULES } from '../rules/all';
import type { Circumstances } from '../rules/circumstances';
import type { Finding, Fix, Related, Severity } from '../rules/finding';
import { runRules, type RuleSettings } from '../rules/run';
import { MOST_VALUES } from '../syntax/parse-options';

/** What requests are held against. */
export interface Yardstick {
  readonly format: Format;
  readonly settings: RuleSettings;
  readonly circumstances: Circumstances;
}

/** Values of requests whose trees are kept, of one file: twice what 200 requests hold. Others are read again when asked for. */
const MOST_KEPT = 100_000;

/** The requests of one file whose trees are kept, the oldest first. */
export class Shelf {
  private readonly sizes = new Map<CheckedRequest, number>();
  private total = 0;

  put(request: CheckedRequest, size: number): void {
    this.sizes.set(request, size);
    this.total += size;
    for (const oldest of this.sizes.keys()) {
      if (this.total <= MOST_KEPT || oldest === request) break;
      this.take(oldest);
      oldest.letGo();
    }
  }

  /** A request that is in the file no more. */
  take(request: CheckedRequest): void {
    this.total -= this.sizes.get(request) ?? 0;
    this.sizes.delete(request);
  }
}

/** One request with what was found in it, for as long as its text stays the same. */
export class CheckedRequest implements Reading {
  /** Offsets count from the request's first character. They hold nothing of the tree. */
  readonly findings: readonly Finding[];
  /** Kept for when the tree is gone, where something was found. */
  private readonly text: string | undefined;
  /** The findings as the rules made them on the tree that is kept, once somebody asked for a fix. */
  private onTree: readonly Finding[] | undefined;

  private constructor(
    private part: Part | undefined,
    findings: readonly Finding[],
    private readonly yardstick: Yardstick,
    private readonly shelf: Shelf,
    private readonly most: number,
  ) {
    this.findings = findings.map((finding, rank) => new KeptFinding(finding, rank, this));
    this.text = findings.length > 0 ? part?.fragment.text : undefined;
    if (part) shelf.put(this, this.weightOf(part));
  }

  /** Reads and checks the text of a request, `most` values of it at most. */
  static of(slice: string, yardstick: Yardstick, shelf: Shelf, most = MOST_VALUES): CheckedRequest {
    const part = readDemande(detached(slice), yardstick.format, most);
    return new CheckedRequest(part, findingsIn(part, yardstick), yardstick, shelf, most);
  }

  /** False for what was not read because of all that was found before it: that says nothing of its text. */
  get wasRead(): boolean {
    return this.most > 0;
  }

  partOf(text: () => string): Part {
    if (!this.part) {
      this.part = readDemande(this.text ?? detached(text()), this.yardstick.format, this.most);
      this.shelf.put(this, this.weightOf(this.part));
    }
    return this.part;
  }

  /** What it costs to keep, in values: a finding weighs more than a value. */
  private weightOf({ fragment: { size } }: Part): number {
    return size + 4 * this.findings.length;
  }

  /** Lets its tree go. */
  letGo(): void {
    this.part = undefined;
    this.onTree = undefined;
  }

  /** The fixes of the finding of that rank, worked out on the tree: fixes are asked for of few findings. */
  fixesOf(rank: number): readonly Fix[] {
    this.onTree ??= findingsIn(
      this.partOf(() => this.text ?? ''),
      this.yardstick,
    );
    return this.onTree[rank]?.fixes() ?? [];
  }
}

/** A finding that does not keep the tree alive. */
class KeptFinding implements Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly start: number;
  readonly end: number;
  readonly message: Finding['message'];
  readonly facts: Finding['facts'];
  declare readonly related?: readonly Related[];

  constructor(
    { code, severity, start, end, message, facts, related }: Finding,
    private readonly rank: number,
    private readonly request: CheckedRequest,
  ) {
    this.code = code;
    this.severity = severity;
    this.start = start;
    this.end = end;
    this.message = message;
    this.facts = facts;
    if (related) this.related = related;
  }

  fixes(): readonly Fix[] {
    return this.request.fixesOf(this.rank);
  }
}

/** What the rules on one request find in it, in its order. */
export function findingsIn(part: Part, { settings, circumstances }: Yardstick): Finding[] {
  return runRules(PART_RULES, part, circumstances, settings).sort(
    (a, b) => a.start - b.start || a.end - b.end,
  );
}

/**
 * The same text in memory of its own. A slice keeps the whole text that it was cut from alive, and a request
 * that is kept through many edits would keep one old file each.
 */
function detached(slice: string): string {
  return ` ${slice}`.slice(1);
}
