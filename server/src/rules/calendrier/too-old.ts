import type { CalendarDate } from '../../regulation/calendar-date';
import { completeFileDay } from '../../regulation/complete-file';
import { firstAdmissibleOrder, firstPublication, publicationOf } from '../../regulation/order-window';
import type { Regulation } from '../../regulation/regulation';
import { vagueOf } from '../../regulation/sons';
import type { Circumstances } from '../circumstances';
import { isAfter } from './days-in';

/** True for an order that is older than the arrêté of its couloir, or of its wave: `date-improbable` tells it. */
export function isBeforeItsTexts(jour: CalendarDate, sons: string, regulation: Regulation): boolean {
  const borne = publicationOf(sons, regulation) ?? firstPublication(sons, regulation);
  return borne !== undefined && isAfter(borne.jour, jour);
}

/** True for an order of wave 1 that is older than its arrêté: `bdc-avant-ouverture` tells it, as an error. */
export function isBeforeItsArrete(jour: CalendarDate, sons: string, regulation: Regulation): boolean {
  const borne = vagueOf(sons) === 1 ? publicationOf(sons, regulation) : undefined;
  return borne !== undefined && isAfter(borne.jour, jour);
}

/** True for an order that is known to be signed too long before the complete file: `bdc-120-jours` tells it. */
export function isTooLongBefore(
  jour: CalendarDate,
  sons: string,
  { regulation, dossiersComplets }: Circumstances,
): boolean {
  const complet = completeFileDay(sons, dossiersComplets);
  const limite = complet && firstAdmissibleOrder(complet, regulation);
  return limite !== undefined && isAfter(limite.jour, jour);
}
