import { valuesOf, type Part } from '../../dossier/part';
import type { Role } from '../../formats/roles';
import { readRate, type Rate } from '../../regulation/amounts';
import { readCents } from '../../regulation/cents';
import type { JsonNode, PropertyNode } from '../../syntax/nodes';
import { numberMeant } from '../valeurs/number-meant';

/** An amount of an order. What is finer than a cent is rounded, as `montant-precision` would. */
export interface Montant {
  readonly node: JsonNode;
  readonly cents: bigint;
}

/** A VAT rate of an order. */
export interface Taux {
  readonly node: JsonNode;
  /** As a JSON number: `20.00`. */
  readonly number: string;
  /** Undefined for a rate below zero or absurdly fine. `0.2`, which no country has, is read as 20 %. */
  readonly rate: Rate | undefined;
  readonly isFraction: boolean;
}

/** The amounts of one order as far as they can be read: one of each, but where a tag stands twice. */
export interface Prestation {
  readonly ht: readonly Montant[];
  readonly taux: readonly Taux[];
  readonly ttc: readonly Montant[];
}

/** What holds a tag, or a list. */
type Block = JsonNode | PropertyNode;

const FRACTION = /^0\.\d*[1-9]\d*$/;

/** An official model may have the amounts in any block, or in the request itself: those of one object go together. */
export function prestationsOf(part: Part): Prestation[] {
  const values = valuesOf(part, 'montant-ht', 'taux-tva', 'montant-ttc');
  const blocks = new Set(values.flatMap(({ node }) => node.parent?.parent ?? []));
  return [...blocks].map((block) => ({
    ht: montants(part, block, 'montant-ht'),
    taux: tauxOf(part, block),
    ttc: montants(part, block, 'montant-ttc'),
  }));
}

function montants(part: Part, block: Block, role: Role): Montant[] {
  return numbersIn(part, block, role).flatMap(({ node, number }) => {
    const cents = readCents(number)?.cents;
    return cents === undefined ? [] : [{ node, cents }];
  });
}

function tauxOf(part: Part, block: Block): Taux[] {
  return numbersIn(part, block, 'taux-tva').flatMap(({ node, number }) => {
    if (!readCents(number)) return [];
    const isFraction = FRACTION.test(number);
    return [{ node, number, rate: readRate(isFraction ? `${number}e2` : number), isFraction }];
  });
}

/** The numbers that stand directly in `block` under a role. */
function numbersIn(part: Part, block: Block, role: Role): { node: JsonNode; number: string }[] {
  return valuesOf(part, role).flatMap((value) => {
    const number = value.node.parent?.parent === block ? numberMeant(value) : undefined;
    return number === undefined ? [] : [{ node: value.node, number }];
  });
}
