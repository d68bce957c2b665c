import type { Dossier } from '../../dossier/dossier';
import type { CalendarDate } from '../../regulation/calendar-date';
import type { Span } from '../../syntax/nodes';
import { daysIn, isAfter } from './days-in';

/** The day of an order, and where it stands in the whole file. */
export interface Signed {
  readonly place: Span;
  readonly jour: CalendarDate;
}

/** The orders of a file signed before that day, without the slips that another rule tells. */
export function signedBefore(
  { demandes }: Dossier,
  first: CalendarDate,
  isToldElsewhere: (jour: CalendarDate) => boolean,
): Signed[] {
  return demandes.flatMap(({ part, start }) =>
    daysIn(part, 'date-signature')
      .filter(({ jour }) => isAfter(first, jour) && !isToldElsewhere(jour))
      .map(({ node, jour }) => ({ place: { start: start + node.start, end: start + node.end }, jour })),
  );
}
