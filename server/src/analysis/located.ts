import type { Finding, Fix } from '../rules/finding';
import type { Edit } from '../syntax/edits';

/** A finding with its place in the whole text. */
export interface LocatedFinding {
  readonly finding: Finding;
  /** Offsets in the whole text. */
  readonly start: number;
  readonly end: number;
  /** Rank of its request, undefined for the envelope. */
  readonly demande: number | undefined;
}

export function locate(
  findings: readonly Finding[],
  base: number,
  demande: number | undefined,
): LocatedFinding[] {
  return findings.map((finding) => ({
    finding,
    start: finding.start + base,
    end: finding.end + base,
    demande,
  }));
}

/** The fixes of a finding with edits in the whole text. */
export function locatedFixes({ finding, start }: LocatedFinding): Fix[] {
  const base = start - finding.start;
  return finding.fixes().map((fix) => ({ ...fix, edits: fix.edits.map((edit) => shift(edit, base)) }));
}

function shift(edit: Edit, base: number): Edit {
  return { start: edit.start + base, end: edit.end + base, text: edit.text };
}
