import type { FileAmongOthers, Place } from '../../dossier/neighbours';
import { mentionsAt, rangOf, requestCount, type Mention } from '../../dossier/summary';

/** A request of solde that says of which avance it is. */
export interface SoldeWithReference {
  /** Its rank in its file. */
  readonly rang: number;
  readonly reference: Mention;
}

/** A request of solde beside its avance, which stands in another file. */
export interface SoldeWithAvance extends SoldeWithReference {
  /** Where the reference stands in the avance. */
  readonly avance: Place;
  /** Rank of the request of avance in its file. */
  readonly rangAvance: number;
}

/** The requests of solde with one reference each; none in a file that is not of soldes. */
export function* soldesWithReference({ summary }: FileAmongOthers): Generator<SoldeWithReference> {
  if (summary.etape !== 'solde') return;
  for (let rang = 0; rang < requestCount(summary); rang++) {
    const [reference, another] = mentionsAt(summary, rang, ['reference-demande']);
    if (reference && !another) yield { rang, reference };
  }
}

/** The requests of solde whose avance is known: the only request of avance of their reference, for the same SONS. */
export function soldesWithAvance(file: FileAmongOthers): SoldeWithAvance[] {
  const { uri, neighbours } = file;
  return [...soldesWithReference(file)].flatMap((solde) => {
    const [avance, ...others] = neighbours
      .placesOf('reference', solde.reference.text, uri)
      .filter(({ summary: { etape, sons } }) => etape === 'avance' && sons === file.summary.sons);
    if (!avance || others.length > 0) return [];
    return [{ ...solde, avance, rangAvance: rangOf(avance.summary, avance.mention) }];
  });
}
