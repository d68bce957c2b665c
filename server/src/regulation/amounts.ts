import { readCents } from './cents';
import { roundedQuotient } from './rounding';

/** A share or a rate in hundredths of a per cent: 2000n is 20 %. */
export type Rate = bigint;

const WHOLE: Rate = 10_000n;

/** Reads `20`, `20.00` or `5.5`, all per cent; undefined for another text, and for what is finer than a hundredth. */
export function readRate(percent: string): Rate | undefined {
  const { cents, exact } = readCents(percent) ?? {};
  return exact && cents !== undefined && cents >= 0n ? cents : undefined;
}

/** The two payments of a total, in cents: the avance is rounded, the solde is the rest, nothing is lost. */
export function split(total: bigint, avance: Rate): { readonly avance: bigint; readonly solde: bigint } {
  const first = roundedQuotient(total * avance, WHOLE);
  return { avance: first, solde: total - first };
}

/** HT × (1 + rate), in cents. */
export function ttc(ht: bigint, rate: Rate): bigint {
  return roundedQuotient(ht * (WHOLE + rate), WHOLE);
}

/** TTC ÷ (1 + rate), in cents: what a TTC ceiling leaves before tax. */
export function htWithin(amountTtc: bigint, rate: Rate): bigint {
  return roundedQuotient(amountTtc * WHOLE, WHOLE + rate);
}
