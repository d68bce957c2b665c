import type { CalendarDate } from './calendar-date';
import { addDays, parseIsoDay } from './day-count';
import { REGULATION, type Regulation } from './regulation';
import type { Held } from './sourced';

/** A bound of the days on which an order may be signed, the day itself included, and the value that sets it. */
export interface Borne {
  readonly jour: CalendarDate;
  readonly held: Held<string> | Held<number>;
}

const DELAY = 'commande.delai-avant-dossier-complet';

/**
 * The first day on which an order signed before the referencing may be signed: so many calendar days before the
 * complete evidence file is deemed submitted. Undefined while that rule is not known.
 */
export function firstAdmissibleOrder(
  dossierComplet: CalendarDate,
  { nombres }: Regulation = REGULATION,
): Borne | undefined {
  const held = nombres.get(DELAY);
  return typeof held?.value === 'number' ? { jour: addDays(dossierComplet, -held.value), held } : undefined;
}

/** The last day on which the complete evidence file of an order signed that day may be deemed submitted. */
export function lastCompleteFile(
  signature: CalendarDate,
  { nombres }: Regulation = REGULATION,
): Borne | undefined {
  const held = nombres.get(DELAY);
  return typeof held?.value === 'number' ? { jour: addDays(signature, held.value), held } : undefined;
}

/** The last day on which an order may be signed: that of the end of the avances. Undefined when it is not known. */
export function lastAdmissibleOrder(sons: string, { echeances }: Regulation = REGULATION): Borne | undefined {
  const held = echeances.get(`${sons}.avance-fin`);
  const jour = parseIsoDay(held?.value?.slice(0, 10) ?? '');
  return held && jour ? { jour, held } : undefined;
}
