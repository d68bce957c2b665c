import type { LocatedFinding } from './located';

/** Ranks of the requests with at least one error: the portal would refuse these, and these alone. */
export function demandesKo(findings: readonly LocatedFinding[]): ReadonlySet<number> {
  const ko = new Set<number>();
  for (const { finding, demande } of findings) {
    if (finding.severity === 'error' && demande !== undefined) ko.add(demande);
  }
  return ko;
}
