import { translate, type Langue } from '../../messages/catalogue';
import type { CalendarDate } from '../../regulation/calendar-date';
import { dayCount } from '../../regulation/day-count';
import { spread } from './commandes';

/** The orders of the file on the timeline of its SONS. Places are fractions of its width, 0 to 1. */
export interface FriseCommandes {
  readonly titre: string;
  /** "du 12/09/2025 au 03/11/2025", and how many stand outside. */
  readonly periode: string;
  /** From the first to the last one that is drawn. */
  readonly debut: number;
  readonly fin: number;
  /** One mark a day. */
  readonly marques: readonly number[];
}

/** Beyond the dates of the SONS, an order is drawn as far as this, in days: a slip of a century is only told. */
const REACH = 366;

/** The days that the timeline of a SONS has to hold: those not too far from the days that it holds already. */
export function daysWithinReach(jours: readonly CalendarDate[], known: readonly number[]): number[] {
  const [first, last] = [Math.min(...known) - REACH, Math.max(...known) + REACH];
  return jours.map(dayCount).filter((day) => day >= first && day <= last);
}

/** The lane of the orders: `jours` all of them, in the order of time, `drawn` those within reach. */
export function laneOfOrders(
  jours: readonly CalendarDate[],
  drawn: readonly number[],
  place: (day: number) => number,
  langue: Langue,
): FriseCommandes | null {
  const marques = [...new Set(drawn)].map(place);
  const [debut, fin] = [marques[0], marques.at(-1)];
  if (debut === undefined || fin === undefined) return null;
  const nombre = jours.length - drawn.length;
  const periode = spread(jours, langue);
  return {
    titre: translate(langue, 'echeances.couloir.commandes'),
    periode:
      nombre === 0 ? periode : translate(langue, 'echeances.commandes.hors-frise', { periode, nombre }),
    debut,
    fin,
    marques,
  };
}
