import type { CalendarDate } from './calendar-date';
import { dayAt, dayCount } from './day-count';

/** Minutes since 1970-01-01 00:00 UTC: the only clock of the core, always given from outside. */
export type EpochMinutes = number;

/** What a clock on a wall in Paris shows. */
export interface ParisTime {
  readonly jour: CalendarDate;
  /** Minutes since midnight, 0 to 1439. */
  readonly minutes: number;
}

const DAY = 1440;
const WINTER_OFFSET = 60;
const SUMMER_OFFSET = 120;
const HOUR = /^(\d{2}):(\d{2})$/;

/**
 * The moment when clocks in Paris show that day and hour (minutes since midnight; 1440 is the next midnight).
 * An hour that the change to summer time skips is read as an hour later, one that comes twice as the first.
 */
export function parisInstant(jour: CalendarDate, minutes = 0): EpochMinutes {
  const onWall = dayCount(jour) * DAY + minutes;
  const inSummer = onWall - SUMMER_OFFSET;
  return isSummerTime(inSummer) ? inSummer : onWall - WINTER_OFFSET;
}

/** What clocks in Paris show at that moment. */
export function parisTime(instant: EpochMinutes): ParisTime {
  const onWall = instant + (isSummerTime(instant) ? SUMMER_OFFSET : WINTER_OFFSET);
  const day = Math.floor(onWall / DAY);
  return { jour: dayAt(day), minutes: onWall - day * DAY };
}

/** From the last Sunday of March to the last Sunday of October, both at 01:00 UTC (the rule since 1996). */
function isSummerTime(instant: EpochMinutes): boolean {
  const { year } = dayAt(Math.floor(instant / DAY));
  return instant >= changeOf(year, 3) && instant < changeOf(year, 10);
}

function changeOf(year: number, month: 3 | 10): EpochMinutes {
  const last = dayCount({ year, month, day: 31 });
  // 1970-01-01 was a Thursday: (count + 4) mod 7 is 0 on Sundays.
  return (last - ((last + 4) % 7)) * DAY + 60;
}

/** Reads `12:00` as minutes since midnight; undefined for another form. */
export function parseHour(text: string): number | undefined {
  const [, hours, minutes] = HOUR.exec(text) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}

/** Writes a moment as `2026-11-10T11:00:00Z`. */
export function utcText(instant: EpochMinutes): string {
  const day = Math.floor(instant / DAY);
  const { year, month, day: dayOfMonth } = dayAt(day);
  const minutes = instant - day * DAY;
  const [mm, dd, hh, min] = [month, dayOfMonth, Math.floor(minutes / 60), minutes % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${String(year).padStart(4, '0')}-${mm}-${dd}T${hh}:${min}:00Z`;
}
