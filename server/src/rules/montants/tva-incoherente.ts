import { ttc as ttcOf, type Rate } from '../../regulation/amounts';
import { formatEuros } from '../../regulation/cents';
import { replaceNode } from '../../syntax/edits';
import type { JsonNode } from '../../syntax/nodes';
import { partRule } from '../rule';
import { prestationsOf, type Montant, type Prestation } from './prestation';

interface Incoherence {
  /** The TTC amount. */
  readonly node: JsonNode;
  /** In cents. */
  readonly ht: bigint;
  readonly ecrit: bigint;
  readonly attendu: bigint;
  readonly taux: Rate;
  /** Each tag stands once: it is clear what is to be computed from what. */
  readonly isPlain: boolean;
}

/** M06: TTC = HT × (1 + rate), to the cent, half a cent rounded up. An amount of zero is another rule's matter. */
export const tvaIncoherente = partRule<Incoherence>({
  code: 'tva-incoherente',
  famille: 'montants',
  severity: 'error',
  inventaire: ['M06'],
  sources: ['W16', 'W17'],
  detect: (part) => prestationsOf(part).flatMap(incoherences),
  where: ({ node }) => node,
  wording: ({ ht, ecrit, attendu, taux }) => ({
    suffix: isOneCent(ecrit - attendu) ? 'centime' : 'ecart',
    params: {
      ht: { euros: ht },
      taux: { pourcent: taux },
      ttc: { euros: ecrit },
      attendu: { euros: attendu },
    },
  }),
  // In a solde, every amount answers for another one: which of them is wrong is not to be guessed.
  fix: ({ node, attendu, isPlain }, { format }) =>
    isPlain && attendu !== 0n && format.etape === 'avance'
      ? [
          {
            kind: 'unsafe',
            edits: [replaceNode(node, formatEuros(attendu))],
            params: { attendu: { euros: attendu } },
          },
        ]
      : [],
});

/** At most one for each TTC amount: against the first HT amount and rate that contradict it. */
function incoherences(prestation: Prestation): Incoherence[] {
  const found: Incoherence[] = [];
  for (const montant of prestation.ttc) {
    const incoherence = incoherenceOf(montant, prestation);
    if (incoherence) found.push(incoherence);
  }
  return found;
}

function incoherenceOf(
  { node, cents: ecrit }: Montant,
  { ht, taux, ttc }: Prestation,
): Incoherence | undefined {
  const isPlain = ht.length === 1 && taux.length === 1 && ttc.length === 1;
  for (const { cents } of ht) {
    for (const { rate } of taux) {
      if (rate === undefined || cents === 0n || ecrit === 0n) continue;
      const attendu = ttcOf(cents, rate);
      if (attendu !== ecrit) return { node, ht: cents, ecrit, attendu, taux: rate, isPlain };
    }
  }
  return undefined;
}

function isOneCent(difference: bigint): boolean {
  return difference === 1n || difference === -1n;
}
