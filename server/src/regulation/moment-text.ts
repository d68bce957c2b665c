import { formatJour } from './calendar-date';
import type { Moment } from './deadlines';

/** `10/11/2026 12:00`, or the day alone. */
export function momentText({ jour, heure }: Pick<Moment, 'jour' | 'heure'>): string {
  return heure === undefined ? formatJour(jour) : `${formatJour(jour)} ${heure}`;
}
