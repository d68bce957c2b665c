import type { Part } from '../../dossier/part';
import type { Role } from '../../formats/roles';
import type { CalendarDate } from '../../regulation/calendar-date';
import { dayCount } from '../../regulation/day-count';
import { textsOf, type WrittenText } from '../texts-of';
import { readDate } from '../../dossier/read-date';

export interface WrittenDay extends WrittenText {
  readonly jour: CalendarDate;
}

/** The days of these roles, in whatever form they are written: mending the form uncovers nothing new. */
export function daysIn(part: Part, ...roles: readonly Role[]): WrittenDay[] {
  const days: WrittenDay[] = [];
  for (const { node, text } of textsOf(part, ...roles)) {
    const jour = readDate(text)?.date;
    if (jour) days.push({ node, text, jour });
  }
  return days;
}

export function isAfter(one: CalendarDate, other: CalendarDate): boolean {
  return dayCount(one) > dayCount(other);
}
