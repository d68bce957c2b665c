import type { Finding, Severity } from './finding';
import type { Rule, RuleMeta } from './rule';

/** A user's word on a rule: another severity, or silence. */
export type RuleSetting = Severity | 'off';

/** What the user decided, by rule code; a rule that is not named keeps its own severity. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>;

/** Code of the finding that stands for a rule that failed. */
export const FAILED_RULE = 'regle-en-echec';

/**
 * Runs rules over one context, in the circumstances that they may hold it against. A rule that throws becomes a finding of its own; the
 * others still run.
 */
export function runRules<C, K>(
  rules: readonly Rule<C, K>[],
  context: C,
  circumstances: K,
  settings: RuleSettings,
): Finding[] {
  const all: Finding[] = [];
  for (const rule of rules) {
    const severity = severityOf(rule, settings);
    if (severity === 'off') continue;
    try {
      for (const finding of rule.run(context, circumstances)) {
        all.push(severity === rule.severity ? finding : { ...finding, severity });
      }
    } catch (error) {
      all.push(failure(rule, error));
    }
  }
  return all;
}

function severityOf(rule: RuleMeta, settings: RuleSettings): RuleSetting {
  return settings[rule.code] ?? rule.severity;
}

function failure(rule: RuleMeta, error: unknown): Finding {
  const params = { regle: rule.code, erreur: error instanceof Error ? error.message : String(error) };
  return {
    code: FAILED_RULE,
    severity: 'warning',
    start: 0,
    end: 1,
    message: { key: 'regle.regle-en-echec.message', params },
    facts: params,
    fixes: () => [],
  };
}
