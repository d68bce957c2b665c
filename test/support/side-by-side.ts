import { findingsAmongOthers, withFindings } from '../../server/src/analysis/among-others';
import { analyse, type Analysis, type AnalysisInput } from '../../server/src/analysis/analyse';
import { WorkspaceIndex } from '../../server/src/analysis/workspace-index';
import { summarise } from '../../server/src/dossier/summary';
import { NO_MERGER } from '../../server/src/dossier/fusions';
import { NO_COMPLETE_FILE_KNOWN } from '../../server/src/regulation/complete-file';
import { REGULATION } from '../../server/src/regulation/regulation';

const FOLDER = 'file:///dossier';

/** Checks files that are all of a folder's: each one's own findings, and those that the others bring. */
export function analyseSideBySide(inputs: readonly AnalysisInput[]): Analysis[] {
  const neighbours = new WorkspaceIndex();
  const analyses = inputs.map((input) => analyse(input));
  const uriOf = (rank: number): string => `${FOLDER}/${encodeURIComponent(inputs[rank]?.name ?? '')}`;
  analyses.forEach(({ dossier }, rank) => dossier && neighbours.set(uriOf(rank), summarise(dossier)));
  neighbours.setWhole([FOLDER]);
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
    } = inputs[rank] ?? {};
    const found = findingsAmongOthers({ uri, summary, neighbours, dossier: analysis.dossier }, settings, {
      regulation,
      dossiersComplets,
      today: undefined,
      base,
      fusions,
    });
    return withFindings(analysis, found);
  });
}
