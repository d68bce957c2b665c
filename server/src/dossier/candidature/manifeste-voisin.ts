import type { Candidature } from './candidature';
import { pilotesProuves } from './pilotes';

/** What the manifest of a SONS says to the requests beside it; undefined for what it does not say. */
export interface ManifesteVoisin {
  readonly versionReferencee: string | undefined;
  readonly numeroReferencement: string | undefined;
  /** How many pilot orders have their report of installation. */
  readonly pilotesProuves: number | undefined;
}

export function manifesteVoisin({ solution, pilotes }: Candidature): ManifesteVoisin {
  return {
    versionReferencee: solution.versionReferencee.valeur,
    numeroReferencement: solution.numeroReferencement.valeur,
    pilotesProuves: pilotesProuves(pilotes),
  };
}
