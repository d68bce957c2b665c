import type { FixKind } from '../rules/finding';
import type { Edit } from '../syntax/edits';
import { locatedFixes, type LocatedFinding } from './located';

/** Which findings to mend, and by which kind of fix. */
export interface MendOptions {
  readonly kinds: readonly FixKind[];
  /** Only findings of this rule. */
  readonly code?: string;
}

/** Edits that can be made at once, and the rule of each finding that they mend. */
export interface CompatibleEdits {
  readonly edits: readonly Edit[];
  readonly codes: readonly string[];
}

/** The first suitable fix of each finding, leaving out those that touch what another one changes. */
export function compatibleEdits(
  findings: readonly LocatedFinding[],
  { kinds, code }: MendOptions,
): CompatibleEdits {
  const edits: Edit[] = [];
  const codes: string[] = [];
  const taken = new Intervals();
  for (const located of findings) {
    if (code !== undefined && located.finding.code !== code) continue;
    const fix = locatedFixes(located).find(({ kind }) => kinds.includes(kind));
    if (!fix || fix.edits.length === 0 || fix.edits.some((edit) => taken.touches(edit))) continue;
    for (const edit of fix.edits) taken.add(edit);
    edits.push(...fix.edits);
    codes.push(located.finding.code);
  }
  return { edits, codes };
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
