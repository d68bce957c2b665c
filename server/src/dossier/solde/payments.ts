import { formatEuros } from '../../regulation/cents';
import { avancesAdmissibles } from '../avance-admissible';
import type { Contexte, Montants } from '../montants';

/** The two payments of a request as JSON numbers, most likely first; empty where they are not known. */
export interface Payments {
  readonly avances: readonly string[];
  readonly soldes: readonly string[];
}

export function paymentsFor(
  { ht, ttc, paye }: Montants,
  { sons, assujetti, regulation }: Contexte,
): Payments {
  const order = { ht: ht?.cents, ttc: ttc?.cents };
  const known = paye && sons !== undefined;
  const avances = (known && avancesAdmissibles(order, assujetti, sons, regulation)) || [];
  const total = paye?.total.cents ?? 0n;
  return {
    avances: avances.map(({ cents }) => formatEuros(cents)),
    soldes: avances.map(({ cents }) => formatEuros(total - cents)),
  };
}
