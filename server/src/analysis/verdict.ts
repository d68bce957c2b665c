import { demandesKo, type Graded } from './ko';

/** A checked file, as far as its verdict depends on it. */
interface Judged {
  readonly dossier: { readonly demandes: readonly unknown[] } | undefined;
  readonly findings: readonly Graded[];
}

/** What the portal would do with a file: it takes the requests that are OK and refuses the others. */
export interface Verdict {
  readonly demandes: number;
  /** Ranks of the requests with at least one error, in the file's order. */
  readonly ko: readonly number[];
  /** Errors that stand in no request: they concern the whole file. */
  readonly errorsOutside: number;
}

export function verdictOf({ dossier, findings }: Judged): Verdict {
  const outside = findings.filter(
    ({ finding, demande }) => finding.severity === 'error' && demande === undefined,
  );
  return {
    demandes: dossier?.demandes.length ?? 0,
    ko: [...demandesKo(findings)].sort((a, b) => a - b),
    errorsOutside: outside.length,
  };
}
