import type { Analysis } from '../../../server/src/analysis/analyse';
import { ALL_RULES } from '../../../server/src/rules/all';

const STRUCTURAL = new Set(
  ALL_RULES.filter(({ famille }) => famille === 'structure' || famille === 'syntaxe').map(({ code }) => code),
);

/**
 * Codes of the faults in what the file is made of. Examples that are left to fill in are another matter, and so
 * is an information (`balise-incertaine` doubts the sources, not the file).
 */
export function structuralFindings({ findings }: Analysis): string[] {
  return findings
    .filter(({ finding: { severity } }) => severity === 'error' || severity === 'warning')
    .map(({ finding }) => finding.code)
    .filter((code) => STRUCTURAL.has(code));
}
