import { existsInCalendar, type CalendarDate } from './calendar-date';

const DAYS_IN_400_YEARS = 146_097;
/** From the 1st of March of year 0 to the 1st of January 1970. */
const EPOCH = 719_468;
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days from 1970-01-01 to `date`, which has to exist. Years begin in March here, so that leap days come last. */
export function dayCount({ year, month, day }: CalendarDate): number {
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_IN_400_YEARS + dayOfEra - EPOCH;
}

/** The day that is `count` days after 1970-01-01. */
export function dayAt(count: number): CalendarDate {
  const shifted = count + EPOCH;
  const era = Math.floor(shifted / DAYS_IN_400_YEARS);
  const dayOfEra = shifted - era * DAYS_IN_400_YEARS;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / (DAYS_IN_400_YEARS - 1))) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** The day `count` days later, or earlier when negative. */
export function addDays(date: CalendarDate, count: number): CalendarDate {
  return dayAt(dayCount(date) + count);
}

/** Reads `2026-11-10`; undefined for another form and for a day that does not exist. */
export function parseIsoDay(text: string): CalendarDate | undefined {
  const [, year, month, day] = ISO_DAY.exec(text) ?? [];
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  return existsInCalendar(date) ? date : undefined;
}

export function formatIsoDay({ year, month, day }: CalendarDate): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
