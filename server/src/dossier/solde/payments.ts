import { formatEuros } from '../../regulation/cents';
import { avancesAdmissibles } from '../avance-admissible';
import type { Contexte, Montants } from '../montants';

/** The two payments of a request as JSON numbers, most likely first; empty where they are not known. */
export interface Payments {
  readonly avances: readonly string[];
  readonly soldes: readonly string[];
}

export const NO_PAYMENTS: Payments = { avances: [], soldes: [] };

export function paymentsFor({ ht, ttc, paye }: Montants, contexte: Contexte): Payments {
  const { sons, assujetti } = contexte;
  const order = { ht: ht?.cents, ttc: ttc?.cents };
  const total = paye?.total.cents;
  if (total === undefined || sons === undefined) return NO_PAYMENTS;
  const avances = avancesAdmissibles(order, assujetti, sons, contexte) ?? [];
  return {
    avances: avances.map(({ cents }) => formatEuros(cents)),
    soldes: avances.map(({ cents }) => formatEuros(total - cents)),
  };
}
