import { readRate, split } from '../regulation/amounts';
import type { Taxe } from '../regulation/formule';
import { completeAtDate2, type DossiersComplets } from '../regulation/complete-file';
import type { Regulation } from '../regulation/regulation';
import { sharesOf } from '../regulation/shares';
import type { Held } from '../regulation/sourced';
import type { MontantsTaxes } from './facture';

/** An avance that the texts allow, in cents, and what it was computed from. */
export interface AvanceAdmissible {
  readonly cents: bigint;
  readonly taxe: Taxe;
  /** Per cent of the amount paid. */
  readonly part: Held<number>;
}

interface Told {
  readonly regulation: Regulation;
  readonly dossiersComplets: DossiersComplets;
}

/**
 * The avances that an order may have brought: that of the share of its wave, first, and that of the smaller share where
 * its SONS has one and nobody told whether its evidence was complete at date 2. While it is not known whether the
 * supplier is subject to VAT, both sides of the tax stand. Undefined where an amount or a share is not known.
 */
export function avancesAdmissibles(
  order: MontantsTaxes,
  assujetti: boolean | undefined,
  sons: string,
  { regulation, dossiersComplets }: Told,
): readonly AvanceAdmissible[] | undefined {
  const { complet } = completeAtDate2(sons, dossiersComplets, regulation);
  const parts = (complet === undefined ? [true, false] : [complet]).map(
    (dossierCompletDate2) => sharesOf(sons, { dossierCompletDate2 }, regulation)?.avance,
  );
  const sides: readonly Taxe[] = assujetti === undefined ? ['TTC', 'HT'] : [assujetti ? 'TTC' : 'HT'];
  const all: AvanceAdmissible[] = [];
  for (const part of new Set(parts)) {
    const rate = readRate(String(part?.value ?? ''));
    for (const taxe of sides) {
      const total = taxe === 'TTC' ? order.ttc : order.ht;
      if (!part || rate === undefined || total === undefined) return undefined;
      all.push({ cents: split(total, rate).avance, taxe, part });
    }
  }
  return all;
}
