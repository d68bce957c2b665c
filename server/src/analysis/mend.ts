import { applyEdits, type Edit } from '../syntax/edits';
import type { FixKind } from '../rules/finding';
import { analyse, type Analysis, type AnalysisInput } from './analyse';
import type { Memo } from './memo';
import { locatedFixes, type LocatedFinding } from './located';

/** Rounds after which mending stops: each one mends what the one before could not because of an overlap. */
const MOST_ROUNDS = 50;

export interface Mended {
  readonly text: string;
  /** How many findings of each rule were mended, by code. */
  readonly done: ReadonlyMap<string, number>;
}

/** Which findings to mend, and by which kind of fix. */
export interface MendOptions {
  readonly kinds: readonly FixKind[];
  /** Only findings of this rule. */
  readonly code?: string;
}

/** Applies one fix of each finding, then looks again, until nothing is left to mend. The user's layout stays. */
export function mendAll(input: AnalysisInput, options: MendOptions): Mended {
  const done = new Map<string, number>();
  let text = input.text.toString();
  let memo: Memo | undefined;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const analysis = analyse({ ...input, text }, memo);
    const { edits, mended } = compatibleEdits(analysis, options);
    if (mended.length === 0) break;
    for (const { finding } of mended) done.set(finding.code, (done.get(finding.code) ?? 0) + 1);
    text = applyEdits(text, edits);
    // The requests that nothing changed are not read again.
    memo = analysis.memo;
  }
  return { text, done };
}

/** The first suitable fix of each finding, leaving out those that touch what another one changes. */
function compatibleEdits(
  analysis: Analysis,
  { kinds, code }: MendOptions,
): { edits: Edit[]; mended: LocatedFinding[] } {
  const edits: Edit[] = [];
  const mended: LocatedFinding[] = [];
  const taken = new Intervals();
  for (const located of analysis.findings) {
    if (code !== undefined && located.finding.code !== code) continue;
    const fix = locatedFixes(located).find(({ kind }) => kinds.includes(kind));
    if (!fix || fix.edits.length === 0 || fix.edits.some((edit) => taken.touches(edit))) continue;
    for (const edit of fix.edits) taken.add(edit);
    edits.push(...fix.edits);
    mended.push(located);
  }
  return { edits, mended };
}

/** Stretches of text already changed, kept sorted so that 100,000 of them stay quick. */
class Intervals {
  private readonly sorted: Edit[] = [];

  touches({ start, end }: Edit): boolean {
    const at = this.rankOf(start);
    const before = this.sorted[at - 1];
    const behind = this.sorted[at];
    return (before !== undefined && before.end >= start) || (behind !== undefined && behind.start <= end);
  }

  add(edit: Edit): void {
    this.sorted.splice(this.rankOf(edit.start), 0, edit);
  }

  /** Rank of the first stretch that begins at `start` or behind. */
  private rankOf(start: number): number {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sorted[middle]?.start ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
