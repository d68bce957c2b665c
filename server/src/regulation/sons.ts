import { REGULATION, type Regulation } from './regulation';

/** The wave that the name of a SONS ends with: 2 for `HOP-DPI-Va2`; undefined for another name. */
export function vagueOf(sons: string): number | undefined {
  const [, vague] = /-Va(\d)$/.exec(sons) ?? [];
  return vague === undefined ? undefined : Number(vague);
}

/** Every SONS that has dates, known or not: the latest wave first, then as our data order them. */
export function allSons(regulation: Regulation = REGULATION): readonly string[] {
  const names = new Set([...regulation.echeances.keys()].map((id) => id.slice(0, id.indexOf('.'))));
  return [...names].sort((a, b) => (vagueOf(b) ?? 0) - (vagueOf(a) ?? 0));
}
