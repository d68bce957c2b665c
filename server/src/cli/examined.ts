import { analyse, type Analysis } from '../analysis/analyse';
import type { AnalysisInput } from '../analysis/analysis-input';
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
  const findings = analysis.findings.map((located) => new OneExamined(located));
  return { path, analysis, findings, verdict: verdictOf(analysis) };
}

class OneExamined implements ExaminedFinding {
  constructor(readonly located: LocatedFinding) {}

  /** Worked out when it is told: it takes the request's tree, which may have to be read again. */
  get fixable(): FixKind | 'no' {
    const kinds = this.located.finding.fixes().map(({ kind }) => kind);
    return kinds.includes('safe') ? 'safe' : (kinds[0] ?? 'no');
  }
}
