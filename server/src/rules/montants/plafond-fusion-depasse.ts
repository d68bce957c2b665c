import { referenceOf } from '../../dossier/beneficiaire';
import type { Demande, Dossier } from '../../dossier/dossier';
import { termesOf } from '../../dossier/montants-words';
import { firstOf, textOf } from '../../dossier/part';
import { plafondOf, type PlafondConnu } from '../../dossier/plafond';
import type { Span } from '../../syntax/nodes';
import type { Circumstances } from '../circumstances';
import { dossierRule } from '../rule';
import { montantsAt } from './prestation';

/** The order of a request, under a ceiling that it shares. */
interface Ordered {
  readonly demande: Demande;
  readonly plafond: PlafondConnu;
  /** In cents, HT. */
  readonly ht: bigint;
  readonly span: Span;
}

interface Exceeded {
  readonly orders: readonly Ordered[];
  readonly last: Ordered;
  readonly total: bigint;
}

/**
 * M11: the requests of establishments that merged share one ceiling, which together they do not exceed. One that exceeds it
 * alone is told by `plafond-depasse`. No text says how the portal adds them up: a warning.
 */
export const plafondFusionDepasse = dossierRule<Exceeded>({
  code: 'plafond-fusion-depasse',
  famille: 'montants',
  severity: 'warning',
  inventaire: ['M11'],
  sources: ['S2'],
  detect: (dossier, circumstances) => exceeded(dossier, circumstances),
  where: ({ last }) => last.span,
  doubtful: ({ last }) => last.plafond.ht.status !== 'confirmé',
  wording: ({ orders, last: { plafond }, total }) => ({
    params: {
      demandes: orders.map(({ demande }) => nameOf(demande)).join(', '),
      total: { euros: total },
      plafond: { euros: plafond.ht.cents },
      exces: { euros: total - plafond.ht.cents },
      termes: termesOf(plafond),
    },
  }),
  related: ({ orders, last }) =>
    orders
      .filter((order) => order !== last)
      .map(({ span, demande, ht }) => ({ span, params: { demande: nameOf(demande), ht: { euros: ht } } })),
});

function exceeded(dossier: Dossier, circumstances: Circumstances): Exceeded[] {
  const { sons } = dossier.format;
  if (sons === undefined || circumstances.fusions.length === 0 || !circumstances.base) return [];
  const groups = new Map<string, Ordered[]>();
  for (const demande of dossier.demandes) {
    const order = orderOf(demande, sons, circumstances);
    if (!order) continue;
    const prestation = textOf(firstOf(demande.part, 'type-prestation')?.node);
    const key = JSON.stringify([prestation, order.plafond.lignes.map(({ value }) => value.finess)]);
    groups.set(key, [...(groups.get(key) ?? []), order]);
  }
  return [...groups.values()].flatMap((orders) => {
    const last = orders.at(-1);
    const total = orders.reduce((sum, { ht }) => sum + ht, 0n);
    const isToldAlone = orders.some(({ ht, plafond }) => ht > plafond.ht.cents);
    return last && !isToldAlone && total > last.plafond.ht.cents ? [{ orders, last, total }] : [];
  });
}

/** Undefined for a request without a shared ceiling, and for one whose order cannot be read. */
function orderOf(demande: Demande, sons: string, circumstances: Circumstances): Ordered | undefined {
  const { part, start } = demande;
  const plafond = plafondOf(part, { sons, ...circumstances });
  if (plafond.type !== 'montant' || plafond.fusions.length === 0) return undefined;
  const [ht, another] = montantsAt(part, 'montant-ht');
  if (!ht || another) return undefined;
  const span = { start: start + ht.node.start, end: start + ht.node.end };
  return { demande, plafond, ht: ht.cents, span };
}

/** `DPI-0002`, or the request's rank from 1. */
function nameOf({ part, rang }: Demande): string {
  return referenceOf(part) ?? `n° ${rang + 1}`;
}
