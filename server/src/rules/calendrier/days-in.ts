import type { Part } from '../../dossier/part';
import { perPart } from '../../dossier/per-part';
import type { Role } from '../../formats/roles';
import type { CalendarDate } from '../../regulation/calendar-date';
import { dayCount } from '../../regulation/day-count';
import { readDate } from '../../dossier/read-date';
import type { WrittenText } from '../texts-of';
import { datesIn } from '../valeurs/dates-in';

export interface WrittenDay extends WrittenText {
  readonly role: Role | undefined;
  readonly jour: CalendarDate;
}

/** The days of a part, in whatever form they are written: mending the form uncovers nothing new. */
export const allDaysIn = perPart((part): readonly WrittenDay[] => {
  const days: WrittenDay[] = [];
  for (const { node, text, shape } of datesIn(part)) {
    const jour = readDate(text)?.date;
    if (jour) days.push({ node, text, role: shape.role, jour });
  }
  return days;
});

/** Those of one role. */
export function daysIn(part: Part, role: Role): readonly WrittenDay[] {
  return allDaysIn(part).filter((day) => day.role === role);
}

export function isAfter(one: CalendarDate, other: CalendarDate): boolean {
  return dayCount(one) > dayCount(other);
}
