import type { CalendarDate } from './calendar-date';
import { dayCount, parseIsoDay } from './day-count';
import { REGULATION, type Regulation } from './regulation';
import type { Held } from './sourced';

/** The day on which the complete evidence file of a software is deemed submitted, or that there was none at date 2. */
export type DossierComplet = CalendarDate | 'aucun-a-la-date-2';

/** What the users know of their complete evidence files, by SONS. A SONS that is not named: nothing is known. */
export type DossiersComplets = ReadonlyMap<string, DossierComplet>;

export const NO_COMPLETE_FILE_KNOWN: DossiersComplets = new Map();

/** The day on which the complete evidence file of a SONS is deemed submitted; undefined when it is not known. */
export function completeFileDay(
  sons: string | undefined,
  dossiersComplets: DossiersComplets,
): CalendarDate | undefined {
  const known = sons === undefined ? undefined : dossiersComplets.get(sons);
  return known === 'aucun-a-la-date-2' ? undefined : known;
}

/** Whether the evidence file of a SONS was complete at date 2, and the values of the texts that this rests on. */
export interface AtDate2 {
  /** Undefined when nobody knows. */
  readonly complet: boolean | undefined;
  readonly sur: readonly Held<unknown>[];
}

/** Date 2 is the last day on which the complete file had to be submitted: that day itself is in time. */
export function completeAtDate2(
  sons: string,
  dossiersComplets: DossiersComplets,
  { echeances }: Regulation = REGULATION,
): AtDate2 {
  const known = dossiersComplets.get(sons);
  if (known === 'aucun-a-la-date-2') return { complet: false, sur: [] };
  const held = echeances.get(`${sons}.date-2`);
  const date2 = parseIsoDay(held?.value?.slice(0, 10) ?? '');
  if (!known || !held || !date2) return { complet: undefined, sur: [] };
  return { complet: dayCount(known) <= dayCount(date2), sur: [held] };
}
