import type { Candidature } from '../../dossier/candidature/candidature';
import { formatJour, type CalendarDate } from '../../regulation/calendar-date';
import { dayCount } from '../../regulation/day-count';
import { deadlines } from '../../regulation/deadlines';
import type { Etape } from '../../regulation/etapes';
import type { EpochMinutes } from '../../regulation/paris-time';
import type { Held } from '../../regulation/sourced';
import { cited, isDoubtful } from '../calendrier/cited';
import type { DossierCircumstances } from '../circumstances';

/** A date of the SONS of a candidature, as the texts give it. */
export interface DateLimite {
  readonly jour: CalendarDate;
  /** From then on it is over. */
  readonly instant: EpochMinutes;
  readonly held: Held<string>;
}

export type Jalon = Extract<Etape, 'date-1' | 'date-2' | 'date-3' | 'avance-fin'>;

/**
 * Date 1, 2, 3 or 4 of the SONS, the last being the end of the requests for an avance; undefined where it is not known. A doubtful date 3 that comes before date 2 is an old one
 * that moved with it: it says nothing.
 */
export function dateLimite(
  { sons }: Candidature,
  jalon: Jalon,
  { regulation, now }: Pick<DossierCircumstances, 'regulation' | 'now'>,
): DateLimite | undefined {
  // The moment itself does not depend on the clock.
  const known = deadlines(sons.valeur ?? '', now ?? 0, regulation);
  const of = (etape: Jalon): DateLimite | undefined => {
    const { moment, held } = known.find((one) => one.etape === etape) ?? {};
    return moment && held && { jour: moment.jour, instant: moment.instant, held };
  };
  const found = of(jalon);
  const before = jalon === 'date-3' ? of('date-2') : undefined;
  const isOutdated = found && before && isDoubtful(found.held) && found.instant < before.instant;
  return isOutdated ? undefined : found;
}

/** True for a day behind that of the date. On that day itself, no manifest tells at what hour it was. */
export function isBehind(jour: CalendarDate, { jour: limite }: DateLimite): boolean {
  return dayCount(jour) > dayCount(limite);
}

/** True once the hour of the date has struck; never without a clock. */
export function isOver(limite: DateLimite | undefined, now: EpochMinutes | undefined): limite is DateLimite {
  return limite !== undefined && now !== undefined && now >= limite.instant;
}

/** What a sentence says of the date. */
export function limiteWords({ jour, held }: DateLimite): {
  readonly suffix: 'confirme' | 'a-confirmer';
  readonly params: { readonly limite: string; readonly source: string };
} {
  return {
    suffix: isDoubtful(held) ? 'a-confirmer' : 'confirme',
    params: { limite: formatJour(jour), source: cited(held) },
  };
}
