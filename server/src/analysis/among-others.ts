import type { FileAmongOthers } from '../dossier/neighbours';
import { rangAround } from '../dossier/summary';
import { WORKSPACE_RULES } from '../rules/all';
import type { Circumstances } from '../rules/circumstances';
import { runRules, type RuleSettings } from '../rules/run';
import { analysisOf, type Analysis } from './analyse';
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

/** An analysis with findings that other files bring, in the text's order. */
export function withFindings(analysis: Analysis, more: readonly LocatedFinding[]): Analysis {
  if (more.length === 0) return analysis;
  const findings = [...analysis.findings, ...more].sort((a, b) => a.start - b.start || a.end - b.end);
  const { source, recognition, dossier, regulation, dossiersComplets, base, fusions, memo } = analysis;
  const held = { regulation, dossiersComplets, base, fusions };
  return analysisOf({ source, recognition, dossier, findings, ...held, memo });
}
