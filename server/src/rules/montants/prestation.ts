import { valuesOf, type Part } from '../../dossier/part';
import { perPart } from '../../dossier/per-part';
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
export const prestationsOf: (part: Part) => readonly Prestation[] = perPart((part) =>
  BLOCS.flatMap(([bloc, roles]) => {
    const values = valuesOf(part, roles.ht, roles.taux, roles.ttc);
    const blocks = new Set(values.flatMap(({ node }) => node.parent?.parent ?? []));
    return [...blocks].map((block) => ({
      bloc,
      ht: montants(part, block, roles.ht),
      taux: tauxOf(part, block, roles.taux),
      ttc: montants(part, block, roles.ttc),
    }));
  }),
);

/** The amounts of a role, wherever they stand in the request. */
export function montantsAt(part: Part, role: Role): Montant[] {
  return centsOf(numbersAt(part, role));
}

function montants(part: Part, block: object, role: Role): Montant[] {
  return centsOf(numbersIn(part, block, role));
}

function centsOf(numbers: readonly WrittenNumber[]): Montant[] {
  return numbers.flatMap(({ node, number }) => {
    const cents = readCents(number)?.cents;
    return cents === undefined ? [] : [{ node, cents }];
  });
}

function tauxOf(part: Part, block: object, role: Role): Taux[] {
  return numbersIn(part, block, role).flatMap(({ node, number }) => {
    if (!readCents(number)) return [];
    const isFraction = FRACTION.test(number);
    return [{ node, number, rate: readRate(isFraction ? `${number}e2` : number), isFraction }];
  });
}

/** The numbers that stand directly in `block` under a role. */
function numbersIn(part: Part, block: object, role: Role): WrittenNumber[] {
  return numbersAt(part, role).filter(({ node }) => node.parent?.parent === block);
}

function numbersAt(part: Part, role: Role): WrittenNumber[] {
  return valuesOf(part, role).flatMap((value) => {
    const number = numberMeant(value);
    return number === undefined ? [] : [{ node: value.node, number }];
  });
}
