import type { Format } from '../formats/format';
import type { FormatRegistry } from '../formats/registry';
import { ALL_RULES } from '../rules/all';
import { analyse, type Analysis } from './analyse';
import type { AnalysisInput } from './analysis-input';

const STRUCTURE: ReadonlySet<string> = new Set(
  ALL_RULES.filter(({ famille }) => famille === 'structure').map(({ code }) => code),
);

/**
 * How often a file leaves the structure of a model that was learnt anew, what the team accepts included: 0 for one that
 * follows it, and for a file of another model. `registry` holds the model; the input still has the one of before.
 */
export function countUnfit(before: AnalysisInput, format: Format, registry: FormatRegistry): number {
  const input = { ...before, registry };
  if (![before, input].some((one) => follows(analyse(one), format.id))) return 0;
  const { findings } = analyse({ ...input, choice: format.id, settings: {}, exceptions: [] });
  return findings.filter(({ finding }) => STRUCTURE.has(finding.code)).length;
}

function follows({ recognition }: Analysis, id: string): boolean {
  return recognition.kind === 'format' && recognition.format.id === id;
}
