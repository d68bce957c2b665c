import { analyse, type Analysis, type AnalysisInput } from '../analysis/analyse';
import type { LocatedFinding } from '../analysis/located';
import { verdictOf, type Verdict } from '../analysis/verdict';
import type { FixKind } from '../rules/finding';

/** A finding and the best that can be done about it without a person. */
export interface ExaminedFinding {
  readonly located: LocatedFinding;
  readonly fixable: FixKind | 'no';
}

/** One file, checked: what a reporter tells. */
export interface ExaminedFile {
  readonly path: string;
  readonly analysis: Analysis;
  readonly findings: readonly ExaminedFinding[];
  readonly verdict: Verdict;
}

export function examine(path: string, input: AnalysisInput): ExaminedFile {
  return examined(path, analyse(input));
}

export function examined(path: string, analysis: Analysis): ExaminedFile {
  const findings = analysis.findings.map((located) => ({ located, fixable: fixableBy(located) }));
  return { path, analysis, findings, verdict: verdictOf(analysis) };
}

function fixableBy({ finding }: LocatedFinding): ExaminedFinding['fixable'] {
  const kinds = finding.fixes().map(({ kind }) => kind);
  return kinds.includes('safe') ? 'safe' : (kinds[0] ?? 'no');
}
