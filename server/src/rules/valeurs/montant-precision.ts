import { formatEuros, readCents } from '../../regulation/cents';
import { valuesOf } from '../../dossier/part';
import { AMOUNT_ROLES } from '../../formats/roles';
import { replaceNode } from '../../syntax/edits';
import type { JsonNode } from '../../syntax/nodes';
import { ceilingOf } from '../montants/ceiling-of';
import type { RuleFix } from '../rule';
import { partRule } from '../rule';
import { decimalComma, mayBeThousands, numberInText } from './read-number';

interface Imprecise {
  readonly node: JsonNode;
  /** The amount as a JSON number, its own digits kept. */
  readonly number: string;
  readonly slip: 'decimales' | 'exposant';
  /** In cents, above which no reading of an order makes sense; undefined where none is known. */
  readonly most: bigint | undefined;
}

/** J09: an amount has at most two decimals, as `300.00` does, and no exponent. */
export const montantPrecision = partRule<Imprecise>({
  code: 'montant-precision',
  famille: 'valeurs',
  severity: 'error',
  inventaire: ['J09'],
  sources: ['S2', 'W16'],
  detect: (part, circumstances) => {
    const found: Imprecise[] = [];
    for (const { node, shape } of valuesOf(part, ...AMOUNT_ROLES)) {
      const number = amountIn(node);
      const slip = number === undefined ? undefined : slipOf(number);
      if (number === undefined || slip === undefined) continue;
      const most = shape.role === 'montant-ht' ? ceilingOf(part, circumstances)?.ht.cents : undefined;
      found.push({ node, number, slip, most });
    }
    return found;
  },
  where: ({ node }) => node,
  wording: ({ number, slip }) => ({ suffix: slip, params: { montant: number } }),
  fix: ({ node, number, most }, { format }) =>
    readings(number, most, format.etape === 'solde').map(({ kind, suffix, amount }) => ({
      kind,
      suffix,
      edits: [replaceNode(node, amount)],
      params: { ecrit: number, montant: amount },
    })),
});

/** Read through a comma or quotes that another rule mends, so that its mending uncovers nothing new. */
function amountIn(node: JsonNode): string | undefined {
  if (node.kind === 'number') return node.raw;
  if (node.kind === 'invalid') return decimalComma(node.raw);
  return node.kind === 'string' ? (decimalComma(node.value) ?? numberInText(node.value)) : undefined;
}

function slipOf(number: string): Imprecise['slip'] | undefined {
  if (/[eE]/.test(number)) return 'exposant';
  return decimalsOf(number).length > 2 ? 'decimales' : undefined;
}

type Reading = Pick<RuleFix, 'kind'> & { readonly suffix: string; readonly amount: string };

/**
 * What the amount may stand for: one reading when nothing is lost, guesses otherwise. `isHeld`: other amounts of the
 * request answer for this one, and tell thousands better than a guess. Thousands above the ceiling were not meant.
 */
function readings(number: string, most: bigint | undefined, isHeld: boolean): Reading[] {
  const read = readCents(number);
  if (!read) return [];
  const amount = formatEuros(read.cents);
  const whole = wholeOf(number);
  if (mayBeThousands(whole, decimalsOf(number))) {
    const thousands = `${number.replace('.', '')}.00`;
    const rounded: Reading = { kind: 'unsafe', suffix: 'arrondir', amount };
    const isAbove = most !== undefined && (readCents(thousands)?.cents ?? 0n) > most;
    return isHeld || isAbove
      ? [rounded]
      : [rounded, { kind: 'unsafe', suffix: 'milliers', amount: thousands }];
  }
  return [
    read.exact ? { kind: 'safe', suffix: 'ecrire', amount } : { kind: 'unsafe', suffix: 'arrondir', amount },
  ];
}

function wholeOf(number: string): string {
  return (number.split('.')[0] ?? '').replace('-', '');
}

function decimalsOf(number: string): string {
  return number.split('.')[1] ?? '';
}
