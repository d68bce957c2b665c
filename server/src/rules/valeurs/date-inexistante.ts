import {
  daysInMonth,
  existsInCalendar,
  formatJour,
  readJour,
  type CalendarDate,
} from '../../regulation/calendar-date';
import type { Wording } from '../finding';
import { partRule } from '../rule';
import { rewrite, type WrittenText } from '../texts-of';
import { swapped } from '../../dossier/read-date';
import { datesIn } from './dates-in';

interface NoSuchDay extends WrittenText {
  readonly date: CalendarDate;
}

/** J10: a date in the right form that no calendar has: 31/02, 00/13. */
export const dateInexistante = partRule<NoSuchDay>({
  code: 'date-inexistante',
  famille: 'valeurs',
  severity: 'error',
  inventaire: ['J10'],
  sources: ['S2'],
  detect: (part) => datesIn(part).flatMap(noSuchDay),
  where: ({ node }) => node,
  wording: ({ text, date }) => wordingOf(text, date),
  fix: (signal) => {
    const other = swapped(signal.date);
    if (!existsInCalendar(other)) return [];
    const date = formatJour(other);
    return [{ kind: 'unsafe', edits: [rewrite(signal, date)], params: { date } }];
  },
});

function noSuchDay(written: WrittenText): NoSuchDay[] {
  const date = readJour(written.text);
  return date && !existsInCalendar(date) ? [{ ...written, date }] : [];
}

function wordingOf(text: string, { year, month, day }: CalendarDate): Wording {
  const jours = daysInMonth(year, month);
  if (jours === 0) return { suffix: 'mois', params: { date: text, mois: month } };
  if (day > jours) return { suffix: 'jour', params: { date: text, jours } };
  return { suffix: 'autre', params: { date: text } };
}
