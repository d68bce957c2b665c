import type { Part } from '../dossier/part';
import type { Deviation, DeviationOf } from '../formats/deviations';

/** The deviations of one kind, in the text's order. */
export function deviationsOf<K extends Deviation['kind']>(part: Part, kind: K): DeviationOf<K>[] {
  return part.match.deviations.filter((deviation): deviation is DeviationOf<K> => deviation.kind === kind);
}
