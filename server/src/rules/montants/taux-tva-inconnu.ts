import { readRate, type Rate } from '../../regulation/amounts';
import { formatEuros } from '../../regulation/cents';
import type { Regulation } from '../../regulation/regulation';
import { replaceNode } from '../../syntax/edits';
import { partRule } from '../rule';
import { prestationsOf, type Taux } from './prestation';

interface UnknownRate extends Taux {
  /** The only rate that the texts cite, per cent. */
  readonly connu: number;
  /** The rate that was meant, where it is that one. */
  readonly meant: Rate | undefined;
}

/** The rate with which the ceilings are published: no text names another. */
const KNOWN = 'tva.taux-des-plafonds';

/** M06: a VAT rate that no text of ours cites. No rate (0) is for suppliers who are not subject to VAT. */
export const tauxTvaInconnu = partRule<UnknownRate>({
  code: 'taux-tva-inconnu',
  famille: 'montants',
  severity: 'warning',
  inventaire: ['M06'],
  sources: ['W16', 'W17'],
  detect: (part, { regulation }) => {
    const found: UnknownRate[] = [];
    for (const { taux } of prestationsOf(part)) {
      for (const one of taux) found.push(...unknown(one, regulation));
    }
    return found;
  },
  where: ({ node }) => node,
  wording: ({ number, isFraction, connu }) => ({
    suffix: isFraction ? 'fraction' : 'autre',
    params: { taux: number, connu },
  }),
  fix: ({ node, meant }) => {
    const taux = meant === undefined ? undefined : formatEuros(meant);
    return taux === undefined ? [] : [{ kind: 'unsafe', edits: [replaceNode(node, taux)], params: { taux } }];
  },
});

function unknown(taux: Taux, { nombres }: Regulation): UnknownRate[] {
  const connu = nombres.get(KNOWN)?.value;
  if (typeof connu !== 'number') return [];
  const { rate, isFraction } = taux;
  const isKnown = rate !== undefined && rate === readRate(String(connu));
  if (!isFraction && (isKnown || rate === 0n)) return [];
  return [{ ...taux, connu, meant: isFraction && isKnown ? rate : undefined }];
}
