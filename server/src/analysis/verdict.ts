import type { Analysis } from './analyse';

/** What the portal would do with a file: it takes the requests that are OK and refuses the others. */
export interface Verdict {
  readonly demandes: number;
  /** Ranks of the requests with at least one error, in the file's order. */
  readonly ko: readonly number[];
  /** Errors that stand in no request: they concern the whole file. */
  readonly errorsOutside: number;
}

export function verdictOf({ dossier, findings }: Analysis): Verdict {
  const ko = new Set<number>();
  let errorsOutside = 0;
  for (const { finding, demande } of findings) {
    if (finding.severity !== 'error') continue;
    if (demande === undefined) errorsOutside++;
    else ko.add(demande);
  }
  return { demandes: dossier?.demandes.length ?? 0, ko: [...ko].sort((a, b) => a - b), errorsOutside };
}
