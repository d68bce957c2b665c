import { addDays } from './day-count';
import { deadlines } from './deadlines';
import { parisInstant, parisTime, type EpochMinutes } from './paris-time';
import type { Regulation } from './regulation';
import { allSons } from './sons';

/** A stretch of time within which no day of Paris begins, and nothing of the texts opens or closes. */
export interface Period {
  readonly since: EpochMinutes;
  /** The first moment that is no longer within: at most a day later. */
  readonly until: EpochMinutes;
}

/** The period around `now`, by the dates of all these regulations. */
export function periodAround(now: EpochMinutes, regulations: readonly Regulation[]): Period {
  const { jour } = parisTime(now);
  const moments = new Set(regulations.flatMap((regulation) => momentsOf(regulation, now)));
  return {
    since: Math.max(parisInstant(jour), ...[...moments].filter((moment) => moment <= now)),
    until: Math.min(parisInstant(addDays(jour, 1)), ...[...moments].filter((moment) => moment > now)),
  };
}

function momentsOf(regulation: Regulation, now: EpochMinutes): EpochMinutes[] {
  return allSons(regulation)
    .flatMap((sons) => deadlines(sons, now, regulation))
    .flatMap(({ moment }) => (moment ? [moment.instant] : []));
}
