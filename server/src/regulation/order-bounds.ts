import type { CalendarDate } from './calendar-date';
import { completeFileDay, type DossiersComplets } from './complete-file';
import { firstAdmissibleOrder, lastAdmissibleOrder, publicationOf, type Borne } from './order-window';
import type { Regulation } from './regulation';
import { vagueOf } from './sons';

/** All that bounds the days on which the orders of a SONS may be signed. Each bound may be unknown. */
export interface OrderBounds {
  /** The day on which the avances end. */
  readonly fin: Borne | undefined;
  /** The day of the arrêté; `oblige`: a text says that an order follows it (wave 1), else an earlier day is a slip. */
  readonly arrete: (Borne & { readonly oblige: boolean }) | undefined;
  /** The day on which the complete evidence file is deemed submitted. */
  readonly complet: CalendarDate | undefined;
  /** The first day of an order signed before the referencing. */
  readonly premier: Borne | undefined;
}

export function orderBounds(
  sons: string,
  dossiersComplets: DossiersComplets,
  regulation: Regulation,
): OrderBounds {
  const arrete = publicationOf(sons, regulation);
  const complet = completeFileDay(sons, dossiersComplets);
  return {
    fin: lastAdmissibleOrder(sons, regulation),
    arrete: arrete && { ...arrete, oblige: vagueOf(sons) === 1 },
    complet,
    premier: complet && firstAdmissibleOrder(complet, regulation),
  };
}
