import { existsInCalendar, type CalendarDate } from '../regulation/calendar-date';

/** A day read from a form that is not the model's. */
export interface ReadDate {
  readonly date: CalendarDate;
  /** False when something was guessed or dropped: the order of day and month, the century, an hour. */
  readonly sure: boolean;
}

const MONTHS = [
  'janvier',
  'fevrier',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'aout',
  'septembre',
  'octobre',
  'novembre',
  'decembre',
];

const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})([t ]\d.*)?$/;
const DAY_FIRST = /^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{2}|\d{4})$/;
const IN_WORDS = /^(\d{1,2})(?:er)? ([a-z]{3,9})\.? (\d{4})$/;

/** Reads a date as people and programs write them; undefined for an unknown form, and for a day that does not exist. */
export function readDate(text: string): ReadDate | undefined {
  // Most stand in the form of the model.
  const read = readDayFirst(text) ?? readPlain(plainText(text));
  return read && existsInCalendar(read.date) ? read : undefined;
}

function readPlain(text: string): ReadDate | undefined {
  return readIso(text) ?? readInWords(text) ?? readDayFirst(text);
}

/** Swaps day and month: the date that an American wrote. */
export function swapped({ year, month, day }: CalendarDate): CalendarDate {
  return { year, month: day, day: month };
}

function readIso(text: string): ReadDate | undefined {
  const [matched, year, month, day, time] = ISO.exec(text) ?? [];
  if (matched === undefined) return undefined;
  return { date: dateOf(year, month, day), sure: time === undefined };
}

function readInWords(text: string): ReadDate | undefined {
  const [, day, word = '', year] = IN_WORDS.exec(text) ?? [];
  const named = MONTHS.filter((month) => month.startsWith(word));
  const [month] = named;
  if (word === '' || month === undefined || named.length > 1) return undefined;
  return { date: dateOf(year, String(MONTHS.indexOf(month) + 1), day), sure: true };
}

function readDayFirst(text: string): ReadDate | undefined {
  const [matched, first = '', separator, second = '', year = ''] = DAY_FIRST.exec(text) ?? [];
  if (matched === undefined) return undefined;
  const date = dateOf(year.length === 2 ? `20${year}` : year, second, first);
  if (!existsInCalendar(date)) return { date: swapped(date), sure: false };
  // `9/5/2025` is how an English spreadsheet prints the 5th of September.
  const american =
    separator === '/' && first.length + second.length < 4 && date.day <= 12 && date.day !== date.month;
  return { date, sure: year.length === 4 && !american };
}

function dateOf(year: string | undefined, month: string | undefined, day: string | undefined): CalendarDate {
  return { year: Number(year), month: Number(month), day: Number(day) };
}

/** In lower case, without accents, with single blanks. */
function plainText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u200B-\u200D\u2060]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
