import type { Regulation } from './regulation';
import { REGULATION } from './regulation';
import { vagueOf } from './sons';
import type { Held } from './sourced';

/** Per cent of the total that is paid first and last, each with its source. */
export interface Parts {
  readonly avance: Held<number>;
  readonly solde: Held<number>;
}

/**
 * The shares of a SONS; undefined when its wave has none that we know.
 * `dossierCompletDate2`: whether the software had a complete evidence file at date 2. Where it had none, HOP-DPI-Va2
 * gives a smaller avance, and a solde that no source states (its value says that it is inferred).
 */
export function sharesOf(
  sons: string,
  { dossierCompletDate2 }: { readonly dossierCompletDate2: boolean },
  { nombres }: Regulation = REGULATION,
): Parts | undefined {
  const reduced = dossierCompletDate2 ? undefined : nombres.get(`${sons}.part-avance-sans-dossier-date-2`);
  const [owner, suffix] = reduced ? [sons, '-sans-dossier-date-2'] : [`vague-${vagueOf(sons) ?? ''}`, ''];
  const avance = nombres.get(`${owner}.part-avance${suffix}`);
  const solde = nombres.get(`${owner}.part-solde${suffix}`);
  return avance && solde && { avance, solde };
}
