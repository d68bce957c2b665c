import type { Demande, Dossier } from '../../dossier/dossier';
import { following, remembered } from '../../dossier/remembered';
import { RequestIndex } from '../../dossier/request-index';
import type { CalendarDate } from '../../regulation/calendar-date';
import { dayCount } from '../../regulation/day-count';
import type { Span } from '../../syntax/nodes';
import { daysIn, isAfter } from './days-in';

/** The day of an order, and where it stands. */
export interface Signed {
  readonly place: Span;
  readonly jour: CalendarDate;
}

/** The orders of a file signed before that day, without the slips that another rule tells. */
export function signedBefore(
  dossier: Dossier,
  first: CalendarDate,
  isToldElsewhere: (jour: CalendarDate) => boolean,
): Signed[] {
  const limit = dayCount(first);
  const index = indexOf(dossier);
  const early = [...index.allKeys()].filter((day) => day < limit);
  return index.holdersOf(early).flatMap((demande) =>
    signaturesOf(demande)
      .filter(({ jour }) => isAfter(first, jour) && !isToldElsewhere(jour))
      .map(({ place: { start, end }, jour }) => ({
        place: { start: demande.start + start, end: demande.start + end },
        jour,
      })),
  );
}

const signaturesOf = remembered((part): Signed[] =>
  daysIn(part, 'date-signature').map(({ node: { start, end }, jour }) => ({ place: { start, end }, jour })),
);
const indexOf = following(() => new RequestIndex(daysSigned));

function daysSigned(demande: Demande): number[] {
  return signaturesOf(demande).map(({ jour }) => dayCount(jour));
}
