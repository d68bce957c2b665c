import { valuesOf, type Part } from '../../dossier/part';
import { perPart } from '../../dossier/per-part';
import type { MatchedValue } from '../../formats/match';
import type { Role } from '../../formats/roles';
import { readRate, type Rate } from '../../regulation/amounts';
import { readCents } from '../../regulation/cents';
import type { JsonNode } from '../../syntax/nodes';
import { numberMeant } from '../valeurs/number-meant';

/** An amount of an order or an invoice. What is finer than a cent is rounded, as `montant-precision` would. */
export interface Montant {
  readonly node: JsonNode;
  readonly cents: bigint;
}

/** A VAT rate of an order or an invoice. */
export interface Taux {
  readonly node: JsonNode;
  /** As a JSON number: `20.00`. */
  readonly number: string;
  /** Undefined for a rate below zero or absurdly fine. `0.2`, which no country has, is read as 20 %. */
  readonly rate: Rate | undefined;
  readonly isFraction: boolean;
}

interface WrittenNumber {
  readonly node: JsonNode;
  /** As a JSON number. */
  readonly number: string;
}

/** The amounts of one order or invoice as far as they can be read: one of each, but where a tag stands twice. */
export interface Prestation {
  readonly bloc: Bloc;
  readonly ht: readonly Montant[];
  readonly taux: readonly Taux[];
  readonly ttc: readonly Montant[];
}

/** Blocks that hold an amount HT, a rate and an amount TTC. */
export type Bloc = 'prestation' | 'facture';

type RolesOfBloc = Readonly<Record<'ht' | 'taux' | 'ttc', Role>>;

const BLOCS: readonly (readonly [Bloc, RolesOfBloc])[] = [
  ['prestation', { ht: 'montant-ht', taux: 'taux-tva', ttc: 'montant-ttc' }],
  ['facture', { ht: 'facture-ht', taux: 'facture-taux-tva', ttc: 'facture-ttc' }],
];

const FRACTION = /^0\.0*[1-9]\d*$/;

/** The orders and the invoices of a request: wherever a model has them, the amounts of one object go together. */
export const prestationsOf = perPart((part): readonly Prestation[] => {
  const prestations: Prestation[] = [];
  for (const [bloc, { ht, taux, ttc }] of BLOCS) {
    for (const block of blocksOf(valuesOf(part, ht, taux, ttc))) {
      prestations.push({
        bloc,
        ht: numbersIn(part, ht, block).flatMap(montantOf),
        taux: numbersIn(part, taux, block).flatMap(tauxOf),
        ttc: numbersIn(part, ttc, block).flatMap(montantOf),
      });
    }
  }
  return prestations;
});

/** The amounts of a role, wherever they stand in the request. */
export function montantsAt(part: Part, role: Role): Montant[] {
  return numbersIn(part, role).flatMap(montantOf);
}

/** The objects in which these values stand. */
function blocksOf(values: readonly MatchedValue[]): Set<object> {
  const blocks = new Set<object>();
  for (const { node } of values) if (node.parent?.parent) blocks.add(node.parent.parent);
  return blocks;
}

function montantOf({ node, number }: WrittenNumber): Montant[] {
  const cents = readCents(number)?.cents;
  return cents === undefined ? [] : [{ node, cents }];
}

function tauxOf({ node, number }: WrittenNumber): Taux[] {
  if (!readCents(number)) return [];
  const isFraction = FRACTION.test(number);
  return [{ node, number, rate: readRate(isFraction ? `${number}e2` : number), isFraction }];
}

/** The numbers under a role, of those that stand directly in `block` where one is given. */
function numbersIn(part: Part, role: Role, block?: object): WrittenNumber[] {
  const numbers: WrittenNumber[] = [];
  for (const value of valuesOf(part, role)) {
    const { node } = value;
    const number = block && node.parent?.parent !== block ? undefined : numberMeant(value);
    if (number !== undefined) numbers.push({ node, number });
  }
  return numbers;
}
