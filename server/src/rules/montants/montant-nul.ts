import type { JsonNode } from '../../syntax/nodes';
import { partRule } from '../rule';
import { prestationsOf, type Bloc, type Prestation } from './prestation';

interface Zero {
  readonly node: JsonNode;
  readonly montant: `${Bloc}-${'ht' | 'ttc'}`;
}

/** M07: the total of an order or an invoice is not zero; said once, on the HT amount when both are. */
export const montantNul = partRule<Zero>({
  code: 'montant-nul',
  famille: 'montants',
  severity: 'error',
  inventaire: ['M07'],
  sources: ['W20', 'W21', 'S2'],
  detect: (part) => prestationsOf(part).flatMap(zeroIn),
  where: ({ node }) => node,
  wording: ({ montant }) => ({ suffix: montant }),
});

function zeroIn({ bloc, ht, ttc }: Prestation): Zero[] {
  const zeroHt = ht.find(({ cents }) => cents === 0n);
  const zeroTtc = ttc.find(({ cents }) => cents === 0n);
  if (zeroHt) return [{ node: zeroHt.node, montant: `${bloc}-ht` }];
  return zeroTtc ? [{ node: zeroTtc.node, montant: `${bloc}-ttc` }] : [];
}
