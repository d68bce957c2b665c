/** A day of the civil calendar: no hour, no time zone, no clock. It may be a day that does not exist. */
export interface CalendarDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

const JOUR = /^(\d{2})\/(\d{2})\/(\d{4})$/;
const MONTH_LENGTHS: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Reads the form `JJ/MM/AAAA` to the letter, whether or not there is such a day. */
export function readJour(text: string): CalendarDate | undefined {
  const [, day, month, year] = JOUR.exec(text) ?? [];
  return year === undefined ? undefined : { year: Number(year), month: Number(month), day: Number(day) };
}

/** Reads a day written `JJ/MM/AAAA`; undefined for another form, and for a day that does not exist. */
export function parseJour(text: string): CalendarDate | undefined {
  const date = readJour(text);
  return date && existsInCalendar(date) ? date : undefined;
}

/** Writes a day as `JJ/MM/AAAA`. */
export function formatJour({ year, month, day }: CalendarDate): string {
  return `${pad(day, 2)}/${pad(month, 2)}/${pad(year, 4)}`;
}

/** True for a day of the Gregorian calendar, from year 1 on. */
export function existsInCalendar({ year, month, day }: CalendarDate): boolean {
  return year >= 1 && day >= 1 && day <= daysInMonth(year, month);
}

/** How many days `month` (1 to 12) has that year; 0 when there is no such month. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
