import type { Finding } from '../rules/finding';
import type { LocatedFinding } from './located';

/** What is asked of a finding to know which requests are refused. */
export interface Graded extends Pick<LocatedFinding, 'demande'> {
  readonly finding: Pick<Finding, 'severity'>;
}

/** Ranks of the requests with at least one error: the portal would refuse these, and these alone. */
export function demandesKo(findings: readonly Graded[]): ReadonlySet<number> {
  const ko = new Set<number>();
  for (const { finding, demande } of findings) {
    if (finding.severity === 'error' && demande !== undefined) ko.add(demande);
  }
  return ko;
}
