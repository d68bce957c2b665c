import { fichierText, termesOf } from '../../dossier/montants-words';
import type { Part } from '../../dossier/part';
import type { PlafondConnu } from '../../dossier/plafond';
import { ttc as ttcOf } from '../../regulation/amounts';
import { formatEuros } from '../../regulation/cents';
import { replaceNode } from '../../syntax/edits';
import type { JsonNode } from '../../syntax/nodes';
import type { Wording } from '../finding';
import { partRule, type RuleFix } from '../rule';
import { ceilingOf } from './ceiling-of';
import { prestationsOf, type Prestation } from './prestation';

interface Exces {
  /** The HT amount. */
  readonly node: JsonNode;
  /** In cents. */
  readonly ht: bigint;
  readonly plafond: PlafondConnu;
  readonly prestation: Prestation;
}

/** M01: the HT amount of an order is not above the ceiling HT of its beneficiaries, wherever that one is known. */
export const plafondDepasse = partRule<Exces>({
  code: 'plafond-depasse',
  famille: 'montants',
  severity: 'error',
  inventaire: ['M01', 'M02', 'M03', 'M06', 'M11'],
  sources: ['S0', 'S1', 'S2', 'W16', 'W17', 'W18'],
  needsBase: true,
  detect: (part, circumstances) => {
    const plafond = ceilingOf(part, circumstances);
    if (plafond === undefined) return [];
    return ordersOf(part).flatMap((prestation) =>
      prestation.ht
        .filter(({ cents }) => cents > plafond.ht.cents)
        .map(({ node, cents }) => ({ node, ht: cents, plafond, prestation })),
    );
  },
  where: ({ node }) => node,
  doubtful: ({ plafond }) => plafond.ht.status !== 'confirmé',
  wording,
  fix: mended,
});

/** An invoice is held against its order by `facture-superieure-avance`. */
function ordersOf(part: Part): Prestation[] {
  return prestationsOf(part).filter(({ bloc }) => bloc === 'prestation');
}

function wording({ ht, plafond }: Exces): Wording {
  const amounts = {
    ht: { euros: ht },
    plafond: { euros: plafond.ht.cents },
    exces: { euros: ht - plafond.ht.cents },
  };
  const [first] = plafond.lignes;
  const doubt = plafond.ht.status === 'confirmé' ? '' : '.a-confirmer';
  if (!first) {
    const { source = [], id = '' } = plafond.held ?? {};
    return { suffix: `bareme${doubt}`, params: { ...amounts, source: source.join(', '), id } };
  }
  const lignes = plafond.lignes.map(({ lieu }) => lieu.ligne).join(', ');
  const where = { fichier: fichierText(first.lieu), ligne: lignes };
  if (plafond.fusions.length > 0) {
    return { suffix: `fusion${doubt}`, params: { ...amounts, ...where, termes: termesOf(plafond) } };
  }
  return {
    suffix: `${plafond.lignes.length > 1 ? 'bases' : 'base'}${doubt}`,
    params: { ...amounts, ...where, nombre: plafond.lignes.length },
  };
}

/**
 * The HT amount at the ceiling, and the TTC one that follows from it; nothing where the rate is not known, nor in a solde,
 * whose order was settled with its avance.
 */
function mended({ node, plafond, prestation: { ht, taux, ttc } }: Exces, { format }: Part): RuleFix[] {
  if (format.etape === 'solde') return [];
  const bound = plafond.ht.cents;
  const [rate] = taux;
  const [total] = ttc;
  if (ht.length !== 1 || taux.length > 1 || ttc.length > 1 || bound <= 0n) return [];
  if (total && rate?.rate === undefined) return [];
  const edits = [replaceNode(node, formatEuros(bound))];
  if (total && rate?.rate !== undefined) {
    edits.push(replaceNode(total.node, formatEuros(ttcOf(bound, rate.rate))));
  }
  return [{ kind: 'unsafe', edits, params: { plafond: { euros: bound } } }];
}
