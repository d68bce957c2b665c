import { compareFacture, type Comparaison } from '../../dossier/facture';
import type { Part } from '../../dossier/part';
import type { JsonNode } from '../../syntax/nodes';
import type { Wording } from '../finding';
import { prestationsOf, type Montant, type Prestation } from './prestation';

/** An invoice beside the order of its own request, which is what was declared for the avance. */
export interface ComparedInvoice extends Comparaison {
  /** The amount of the invoice. */
  readonly node: JsonNode;
}

/**
 * The amounts invoiced that differ from the order as `wanted` says, each told once. An invoice of zero is left to
 * `montant-nul`.
 */
export function comparedInvoices(part: Part, wanted: (ecart: bigint) => boolean): ComparedInvoice[] {
  const all = prestationsOf(part);
  const orders = all.filter(({ bloc }) => bloc === 'prestation');
  return all
    .filter(({ bloc }) => bloc === 'facture')
    .flatMap((facture) =>
      sideOf(facture).flatMap((montant) => {
        if (montant.cents === 0n) return [];
        const found = orders
          .flatMap((order) => comparisons(facture, montant, order))
          .find(({ ecart }) => wanted(ecart));
        return found ? [{ ...found, node: montant.node }] : [];
      }),
    );
}

/** The amounts of an invoice that count: HT where there are any. */
function sideOf({ ht, ttc }: Prestation): readonly Montant[] {
  return ht.length > 0 ? ht : ttc;
}

function comparisons(facture: Prestation, { cents }: Montant, order: Prestation): Comparaison[] {
  const isHt = facture.ht.length > 0;
  return (isHt ? order.ht : order.ttc).flatMap((declare) => {
    const side = (amount: bigint) => (isHt ? { ht: amount, ttc: undefined } : { ht: undefined, ttc: amount });
    return compareFacture(side(cents), side(declare.cents)) ?? [];
  });
}

export function invoiceWording({ taxe, facture, declare }: ComparedInvoice): Wording {
  return { params: { taxe, facture: { euros: facture }, declare: { euros: declare } } };
}
