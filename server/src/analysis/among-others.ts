import type { FileAmongOthers } from '../dossier/neighbours';
import { rangAround } from '../dossier/summary';
import { WORKSPACE_RULES } from '../rules/all';
import type { Circumstances } from '../rules/circumstances';
import { runRules, type RuleSettings } from '../rules/run';
import { analysisOf, sortedOut, type Analysis } from './analyse';
import { locate, type LocatedFinding } from './located';

/** What the rules that cross files find in one of them, in its order. Costs a few look-ups a request. */
export function findingsAmongOthers(
  file: FileAmongOthers,
  settings: RuleSettings,
  circumstances: Circumstances,
): LocatedFinding[] {
  const findings = runRules(WORKSPACE_RULES, file, circumstances, settings);
  return findings
    .flatMap((finding) => locate([finding], 0, rangAround(file.summary, finding.start)))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** An analysis with findings that other files bring, in the text's order; those that are accepted among the accepted. */
export function withFindings(analysis: Analysis, more: readonly LocatedFinding[]): Analysis {
  if (more.length === 0) return analysis;
  const crossing = sortedOut(analysis, more);
  // One by one: a copy of the whole would put the text together.
  const { source, recognition, dossier, memo, regulation, dossiersComplets } = analysis;
  const { base, fusions, exceptions, today } = analysis;
  return analysisOf({
    ...{ source, recognition, dossier, memo, regulation, dossiersComplets },
    ...{ base, fusions, exceptions, today },
    findings: inOrder([...analysis.findings, ...crossing.findings]),
    accepted: inOrder([...analysis.accepted, ...crossing.accepted]),
  });
}

function inOrder<T extends LocatedFinding>(findings: readonly T[]): T[] {
  return [...findings].sort((a, b) => a.start - b.start || a.end - b.end);
}
