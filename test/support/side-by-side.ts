import { findingsAmongOthers, withFindings } from '../../server/src/analysis/among-others';
import { analyse, type Analysis } from '../../server/src/analysis/analyse';
import { manifestSummary, onlyOf } from '../../server/src/analysis/manifest-summary';
import { WorkspaceIndex } from '../../server/src/analysis/workspace-index';
import { summarise } from '../../server/src/dossier/summary';
import { NO_MERGER } from '../../server/src/dossier/fusions';
import { NO_COMPLETE_FILE_KNOWN } from '../../server/src/regulation/complete-file';
import { REGULATION } from '../../server/src/regulation/regulation';
import type { Fixture } from './fixture';

const FOLDER = 'file:///dossier';

/** Checks files that are all of a folder's: each one's own findings, and those that the others bring. */
export function analyseSideBySide(inputs: readonly Fixture[]): Analysis[] {
  const neighbours = new WorkspaceIndex();
  const analyses = inputs.map((input) => analyse(input));
  const uriOf = (rank: number): string => `${FOLDER}/${encodeURIComponent(inputs[rank]?.name ?? '')}`;
  analyses.forEach(({ dossier }, rank) => dossier && neighbours.set(uriOf(rank), summarise(dossier)));
  neighbours.setWhole([FOLDER]);
  const manifests = inputs
    .map(({ name, text }) => manifestSummary(name, text.toString()))
    .filter((manifest) => manifest !== undefined);
  return analyses.map((analysis, rank) => {
    const uri = uriOf(rank);
    const summary = neighbours.get(uri);
    if (!summary) return analysis;
    const {
      settings = {},
      regulation = REGULATION,
      dossiersComplets = NO_COMPLETE_FILE_KNOWN,
      base,
      fusions = NO_MERGER,
      fichiers,
    } = inputs[rank] ?? {};
    const manifeste = summary.sons === undefined ? undefined : onlyOf(summary.sons, manifests);
    const file = { uri, summary, neighbours, dossier: analysis.dossier, fichiers, manifeste };
    const found = findingsAmongOthers(file, settings, {
      regulation,
      dossiersComplets,
      today: undefined,
      base,
      fusions,
    });
    return withFindings(analysis, found);
  });
}
