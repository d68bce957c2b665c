import type { Base } from '../registry/base';
import { readRate, type Rate } from '../regulation/amounts';
import { baremeOf, ceiling, type Bareme } from '../regulation/ceiling';
import type { Formule, Taxe } from '../regulation/formule';
import type { Regulation } from '../regulation/regulation';
import type { Held } from '../regulation/sourced';
import { chiffreCalcule, type Chiffre } from './chiffre';
import type { Fusions } from './fusions';
import { firstOf, textOf, valuesOf, type Part } from './part';
import {
  calculsDe,
  casText,
  lignesOf,
  plafondDe,
  sumOf,
  type BaseMuette,
  type DeuxCotes,
  type LigneDeBase,
} from './plafond-de-base';
import { fusionsAdmises, textesDeSomme, type FusionsAdmises } from './plafond-de-fusion';

/** The most that the State pays for a request, or why that is not known. */
export type PlafondDemande =
  | PlafondConnu
  | BaseMuette
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
  /** The side that was computed with `taux`: the one that the scale does not give. */
  readonly deduit: Taxe | undefined;
  readonly taux: Rate;
  /** The scale in force; undefined where only the base knows of one. */
  readonly held: Held<Formule> | undefined;
  /** How many units, where the scale counts some. */
  readonly nombre: bigint | undefined;
  /** The rows that were added up, for a ceiling of the base. */
  readonly lignes: readonly LigneDeBase[];
  /** The amounts HT that were added up, one a row; in cents. */
  readonly termes: readonly bigint[];
  /** The mergers by which rows of others are among them. */
  readonly fusions: Fusions;
  /** What the user's own scale gives, where the base gives another amount. */
  readonly calcul: Calcul | undefined;
}

export interface Calcul {
  readonly held: Held<Formule>;
  readonly ht: bigint;
}

/** What a ceiling is looked up in. */
export interface Sources {
  readonly sons: string | undefined;
  readonly regulation: Regulation;
  readonly base: Base | undefined;
  readonly fusions: Fusions;
}

type Connu = Extract<Bareme, { type: 'connu' }>;

/** What both ways to a ceiling go by. */
interface Question {
  readonly sons: string;
  readonly cas: string | undefined;
  readonly bareme: Bareme;
  readonly taux: Rate;
  /** The text that gives the rate. */
  readonly rule: Held<unknown>;
}

/** The rate by which ceilings are turned from HT into TTC and back. */
const CEILING_RATE = 'tva.taux-des-plafonds';

/** `nombre` is how many health professionals a structure declares, where the caller reads it otherwise. */
export function plafondOf(
  part: Part,
  { sons, regulation, base, fusions }: Sources,
  nombre: bigint | undefined = countIn(part),
): PlafondDemande {
  if (sons === undefined) return { type: 'sons-inconnu' };
  const cas = casOf(part, sons, regulation);
  if (cas === undefined && hasOnlyCases(sons, regulation)) return { type: 'manque', quoi: 'cas' };
  const bareme = baremeOf(sons, cas, regulation);
  const rule = regulation.nombres.get(CEILING_RATE);
  const taux = readRate(String(rule?.value ?? ''));
  if (rule === undefined || taux === undefined) return { type: 'inconnu', id: CEILING_RATE };
  const question = { sons, cas: cas ?? prestationCas(part), bareme, taux, rule };
  const ofRows = base && ofBase(part, question, regulation, base, fusionsAdmises(sons, fusions, regulation));
  return ofRows ?? ofScale(question, nombre);
}

function ofScale({ bareme, taux, rule }: Question, nombre: bigint | undefined): PlafondDemande {
  const found = ceiling(nombre === undefined ? {} : { nombre }, bareme, taux);
  if (found.type === 'manque' || found.type === 'inconnu') return found;
  if (bareme.type === 'inconnu') return { type: 'inconnu', id: bareme.id };
  const { held } = bareme;
  if (found.type === 'table') return { type: 'table', held };
  const alone = { lignes: [], termes: [], fusions: [], calcul: undefined };
  return connu(found, { taux, rule, nombre, on: [held], held, ...alone });
}

/** Undefined where the base is not what this SONS goes by. */
function ofBase(
  part: Part,
  question: Question,
  regulation: Regulation,
  base: Base,
  admises: FusionsAdmises,
): PlafondDemande | undefined {
  const table = tableOf(question);
  const scale = ownScale(question, regulation);
  // No text says that the base holds for another couloir: only a column that names the SONS is read there.
  const propre = !table && !scale;
  const found = lignesOf(part, base, propre ? 'à confirmer' : 'confirmé', admises.fusions);
  if (found.type !== 'lignes') return table && found;
  if (propre && valuesOf(part, 'medecin-liberal').length > 0) return undefined;
  const { lignes, fusions } = found;
  return ofRows({ lignes, fusions, textes: textesDeSomme(admises, fusions) }, question, { table, scale });
}

/** The rows of a request and, where mergers brought some of them, the text by which they are added up. */
interface Reunies {
  readonly lignes: readonly LigneDeBase[];
  readonly fusions: Fusions;
  readonly textes: readonly Held<unknown>[];
}

/** What says that the base holds, and a scale that the user supplied. */
interface Voies {
  readonly table: Held<Formule> | undefined;
  readonly scale: Connu | undefined;
}

function ofRows(
  { lignes, fusions, textes }: Reunies,
  { sons, cas, taux, rule }: Question,
  { table, scale }: Voies,
): PlafondDemande | undefined {
  const colonne = { sons, cas, propre: !table && !scale };
  const own = lignes.map(({ value }) => plafondDe(value, colonne, taux));
  const sum = sumOf(own);
  const shared = { taux, rule, nombre: undefined, lignes, fusions };
  const calculs = scale ? calculsDe(lignes, scale, taux) : [];
  const scaled = scale && sumOf(calculs);
  if (sum) {
    const calcul = scale && otherAmount(scale, scaled, sum);
    const on = [...lignes, ...(table ? [table] : []), ...textes];
    return connu(sum, { ...shared, termes: termesOf(own), on, held: table, calcul });
  }
  if (scale && scaled) {
    const on = [scale.held, ...lignes, ...textes];
    return connu(scaled, { ...shared, termes: termesOf(calculs), on, held: scale.held, calcul: undefined });
  }
  return table && withoutAmount(lignes[own.indexOf(undefined)]);
}

function termesOf(all: readonly (DeuxCotes | undefined)[]): bigint[] {
  return all.flatMap((one) => (one ? [one.ht] : []));
}

/** What the user's scale gives where that is not what the base says. */
function otherAmount({ held }: Connu, scaled: DeuxCotes | undefined, sum: DeuxCotes): Calcul | undefined {
  return scaled && scaled.ht !== sum.ht ? { held, ht: scaled.ht } : undefined;
}

/** The text that says to look in the base. */
function tableOf({ bareme }: Question): Held<Formule> | undefined {
  return bareme.type === 'connu' && bareme.formule.type === 'table' ? bareme.held : undefined;
}

function withoutAmount(ligne: LigneDeBase | undefined): PlafondDemande | undefined {
  return ligne && { type: 'sans-montant', finess: ligne.value.finess, lieu: ligne.lieu };
}

/** A scale by activity that the user supplied, in the place of the table or beside it. */
function ownScale({ sons, cas, bareme }: Question, { baremes }: Regulation): Connu | undefined {
  const held = baremes.get(`${sons}.bareme-calcul.${cas ?? ''}`);
  const beside: Bareme | undefined = held?.value ? { type: 'connu', formule: held.value, held } : undefined;
  return [bareme, beside].find(
    (one): one is Connu => one?.type === 'connu' && one.formule.type === 'affine-par-tranches',
  );
}

type Reste = Omit<PlafondConnu, 'type' | 'ht' | 'ttc' | 'deduit'> & {
  readonly on: readonly Held<unknown>[];
  readonly rule: Held<unknown>;
};

function connu({ ht, ttc, deduit }: DeuxCotes, { on, rule, ...rest }: Reste): PlafondConnu {
  const side = (taxe: Taxe, cents: bigint): Chiffre =>
    chiffreCalcule(cents, deduit === taxe ? [...on, rule] : on);
  return { type: 'montant', ht: side('HT', ht), ttc: side('TTC', ttc), deduit, ...rest };
}

/** `liberal`, `structure`, `vague-1-et-2`: what the request says of itself, where the scale distinguishes it. */
function casOf(part: Part, sons: string, { baremes }: Regulation): string | undefined {
  for (const role of ['commande-pour', 'type-prestation'] as const) {
    const text = textOf(firstOf(part, role)?.node);
    const cas = text === undefined ? undefined : casText(text);
    if (cas !== undefined && baremes.has(`${sons}.bareme.${cas}`)) return cas;
  }
  return undefined;
}

/** The prestation that the request names, for a column of the base that distinguishes it. */
function prestationCas(part: Part): string | undefined {
  const text = textOf(firstOf(part, 'type-prestation')?.node);
  return text === undefined ? undefined : casText(text);
}

function hasOnlyCases(sons: string, { baremes }: Regulation): boolean {
  const general = `${sons}.bareme`;
  return !baremes.has(general) && [...baremes.keys()].some((id) => id.startsWith(`${general}.`));
}

/** How many health professionals a structure declares. */
function countIn(part: Part): bigint | undefined {
  const node = firstOf(part, 'nombre-professionnels')?.node;
  return node?.kind === 'number' ? countOf(node.raw) : undefined;
}

/** A whole number as its digits write it. */
export function countOf(number: string | undefined): bigint | undefined {
  return number !== undefined && /^\d{1,9}$/.test(number) ? BigInt(number) : undefined;
}
