import { readRate, type Rate } from '../regulation/amounts';
import { baremeOf, ceiling } from '../regulation/ceiling';
import type { Formule, Taxe } from '../regulation/formule';
import type { Regulation } from '../regulation/regulation';
import type { Held } from '../regulation/sourced';
import { chiffreCalcule, type Chiffre } from './chiffre';
import { firstOf, textOf, type Part } from './part';

/** The most that the State pays for a request, or why that is not known. */
export type PlafondDemande =
  | PlafondConnu
  /** Each beneficiary has its own amount, in this official table. */
  | { readonly type: 'table'; readonly held: Held<Formule> }
  /** The request does not say what the scale depends on: a count, a variable, or which of its cases applies. */
  | { readonly type: 'manque'; readonly quoi: string }
  /** The user may supply the value under this id. */
  | { readonly type: 'inconnu'; readonly id: string }
  | { readonly type: 'sons-inconnu' };

export interface PlafondConnu {
  readonly type: 'montant';
  readonly ht: Chiffre;
  readonly ttc: Chiffre;
  /** The side that the scale does not give; it was computed with `taux`. */
  readonly deduit: Taxe;
  readonly taux: Rate;
  readonly formule: Formule;
  readonly held: Held<Formule>;
  /** How many units, where the scale counts some. */
  readonly nombre: bigint | undefined;
}

/** The rate by which ceilings are turned from HT into TTC and back. */
const CEILING_RATE = 'tva.taux-des-plafonds';

export function plafondOf(part: Part, sons: string | undefined, regulation: Regulation): PlafondDemande {
  if (sons === undefined) return { type: 'sons-inconnu' };
  const cas = casOf(part, sons, regulation);
  if (cas === undefined && hasOnlyCases(sons, regulation)) return { type: 'manque', quoi: 'cas' };
  const bareme = baremeOf(sons, cas, regulation);
  const rule = regulation.nombres.get(CEILING_RATE);
  const taux = readRate(String(rule?.value ?? ''));
  if (rule === undefined || taux === undefined) return { type: 'inconnu', id: CEILING_RATE };
  const nombre = countIn(part);
  const found = ceiling(nombre === undefined ? {} : { nombre }, bareme, taux);
  if (found.type === 'manque' || found.type === 'inconnu') return found;
  if (bareme.type === 'inconnu') return { type: 'inconnu', id: bareme.id };
  const { formule, held } = bareme;
  if (found.type === 'table') return { type: 'table', held };
  const side = (taxe: Taxe, cents: bigint): Chiffre =>
    chiffreCalcule(cents, found.deduit === taxe ? [held, rule] : [held]);
  const [ht, ttc] = [side('HT', found.ht), side('TTC', found.ttc)];
  return { type: 'montant', ht, ttc, deduit: found.deduit, taux, formule, held, nombre };
}

/** `liberal`, `structure`, `vague-1-et-2`: what the request says of itself, where the scale distinguishes it. */
function casOf(part: Part, sons: string, { baremes }: Regulation): string | undefined {
  const told = [textOf(firstOf(part, 'commande-pour')?.node), textOf(firstOf(part, 'type-prestation')?.node)];
  return told
    .flatMap((text) => (text === undefined ? [] : [text.toLowerCase().replaceAll('_', '-')]))
    .find((cas) => baremes.has(`${sons}.bareme.${cas}`));
}

function hasOnlyCases(sons: string, { baremes }: Regulation): boolean {
  const general = `${sons}.bareme`;
  return !baremes.has(general) && [...baremes.keys()].some((id) => id.startsWith(`${general}.`));
}

/** How many health professionals a structure declares. */
function countIn(part: Part): bigint | undefined {
  const node = firstOf(part, 'nombre-professionnels')?.node;
  return node?.kind === 'number' && /^\d{1,9}$/.test(node.raw) ? BigInt(node.raw) : undefined;
}
