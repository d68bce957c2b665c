import type { Taxe } from '../regulation/formule';

/** Amounts of one order or invoice, in cents; undefined where they are not known. */
export interface MontantsTaxes {
  readonly ht: bigint | undefined;
  readonly ttc: bigint | undefined;
}

/** An invoice held against what was declared for the avance, on the same side of the tax; in cents. */
export interface Comparaison {
  readonly taxe: Taxe;
  readonly facture: bigint;
  readonly declare: bigint;
  /** Positive when the invoice exceeds what was declared, negative when it falls short of it. */
  readonly ecart: bigint;
}

/**
 * Compares the Ségur part of an invoice with the amount declared for the avance, whether the solde's own request states
 * that amount or another file does. HT where both sides have it, else TTC; undefined where nothing can be compared.
 */
export function compareFacture(facture: MontantsTaxes, declare: MontantsTaxes): Comparaison | undefined {
  return comparaison('HT', facture.ht, declare.ht) ?? comparaison('TTC', facture.ttc, declare.ttc);
}

function comparaison(
  taxe: Taxe,
  facture: bigint | undefined,
  declare: bigint | undefined,
): Comparaison | undefined {
  if (facture === undefined || declare === undefined) return undefined;
  return { taxe, facture, declare, ecart: facture - declare };
}
