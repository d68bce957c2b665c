import type { Analysis } from '../../../server/src/analysis/analyse';
import { ALL_RULES } from '../../../server/src/rules/all';

/** Codes of the findings on what the file is made of: examples that are left to fill in are another matter. */
export function structuralFindings({ findings }: Analysis): string[] {
  const structural = new Set(
    ALL_RULES.filter(({ famille }) => famille === 'structure' || famille === 'syntaxe').map(
      ({ code }) => code,
    ),
  );
  return findings.map(({ finding }) => finding.code).filter((code) => structural.has(code));
}
