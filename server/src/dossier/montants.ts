import type { Role } from '../formats/roles';
import type { Base } from '../registry/base';
import { readRate, split, type Rate } from '../regulation/amounts';
import { readCents } from '../regulation/cents';
import type { Taxe } from '../regulation/formule';
import {
  completeAtDate2,
  NO_COMPLETE_FILE_KNOWN,
  type AtDate2,
  type DossiersComplets,
} from '../regulation/complete-file';
import { REGULATION, type Regulation } from '../regulation/regulation';
import { sharesOf, type Parts } from '../regulation/shares';
import type { Held } from '../regulation/sourced';
import { beneficiaireOf, referenceOf, type BeneficiaireLabel } from './beneficiaire';
import { chiffreCalcule, chiffreLu, type Chiffre } from './chiffre';
import { valueOfFile, type Dossier } from './dossier';
import { NO_MERGER, type Fusions } from './fusions';
import { firstOf, textOf, type Part } from './part';
import { plafondOf, type PlafondDemande } from './plafond';

/** What a file says of all its requests, and the texts that are read with it. */
export interface Contexte {
  readonly sons: string | undefined;
  /** Whether the supplier is subject to VAT; undefined where the file does not say so legibly. */
  readonly assujetti: boolean | undefined;
  readonly regulation: Regulation;
  /** When the evidence files of the softwares were complete, as far as somebody said so. */
  readonly dossiersComplets: DossiersComplets;
  /** The base of eligible establishments, if one is loaded. */
  readonly base: Base | undefined;
  /** The mergers of establishments that the users told of. */
  readonly fusions: Fusions;
}

/** What a file is held against: each left out stands for ours, or for what nobody told. */
export interface Donnees {
  readonly regulation?: Regulation | undefined;
  readonly dossiersComplets?: DossiersComplets | undefined;
  readonly base?: Base | undefined;
  readonly fusions?: Fusions | undefined;
}

/** One request's money. Each figure that cannot be known is undefined. */
export interface Montants {
  readonly reference: string | undefined;
  readonly beneficiaire: BeneficiaireLabel;
  readonly sons: string | undefined;
  /** As the request writes it: `VAGUE_1_ET_2`. */
  readonly prestation: string | undefined;
  /** As ordered. */
  readonly ht: Chiffre | undefined;
  readonly taux: Rate | undefined;
  readonly ttc: Chiffre | undefined;
  /** Whether the supplier is subject to VAT. */
  readonly assujetti: boolean | undefined;
  readonly plafond: PlafondDemande;
  /** What the ceiling HT leaves above the order HT: negative when the order exceeds it. */
  readonly ecart: Chiffre | undefined;
  /** The amount that the State pays in two parts, TTC to a supplier who is subject to VAT, HT to another. */
  readonly paye: Paye | undefined;
  readonly parts: Parts | undefined;
  /** The shares are those of a software that had no complete evidence file at date 2. */
  readonly estReduite: boolean;
  /** These shares where they differ, while nobody says whether that file was complete. */
  readonly partsReduites: Parts | undefined;
  readonly avance: Chiffre | undefined;
  readonly solde: Chiffre | undefined;
}

export interface Paye {
  readonly taxe: Taxe;
  readonly total: Chiffre;
}

export function contexteOf(
  dossier: Dossier,
  {
    regulation = REGULATION,
    dossiersComplets = NO_COMPLETE_FILE_KNOWN,
    base,
    fusions = NO_MERGER,
  }: Donnees = {},
): Contexte {
  const assujetti = valueOfFile(dossier, 'assujetti-tva')?.node;
  return {
    sons: dossier.format.sons ?? textOf(valueOfFile(dossier, 'sons')?.node),
    assujetti: assujetti?.kind === 'boolean' ? assujetti.value : undefined,
    regulation,
    dossiersComplets,
    base,
    fusions,
  };
}

/** The money of one request. Amounts are read from their digits, and only where they stand as JSON numbers. */
export function montantsOf(part: Part, contexte: Contexte): Montants {
  const { sons, regulation } = contexte;
  const [ht, ttc] = [amountAt(part, 'montant-ht'), amountAt(part, 'montant-ttc')];
  const plafond = plafondOf(part, contexte);
  const paye = payeOf(ht, ttc, contexte);
  const shares = sharesFor(contexte);
  return {
    reference: referenceOf(part),
    beneficiaire: beneficiaireOf(part),
    sons,
    prestation: textOf(firstOf(part, 'type-prestation')?.node),
    ht,
    taux: readRate(numberAt(part, 'taux-tva') ?? ''),
    ttc,
    assujetti: contexte.assujetti,
    plafond,
    ecart: ecartOf(plafond, ht, regulation),
    paye,
    ...shares.chosen,
    ...paymentsOf(paye, shares),
  };
}

/** The amount of this role, read from its digits where it stands once as a JSON number of at most two decimals. */
export function amountAt(part: Part, role: Role): Chiffre | undefined {
  const read = readCents(numberAt(part, role) ?? '');
  return read?.exact ? chiffreLu(read.cents) : undefined;
}

/** The digits of the number of this role; undefined where the request holds none, or several. */
function numberAt(part: Part, role: Role): string | undefined {
  const values = part.match.byRole.get(role) ?? [];
  const node = values.length === 1 ? values[0]?.node : undefined;
  return node?.kind === 'number' ? node.raw : undefined;
}

function ecartOf(
  plafond: PlafondDemande,
  ht: Chiffre | undefined,
  { enonces }: Regulation,
): Chiffre | undefined {
  if (plafond.type !== 'montant' || !ht) return undefined;
  const rule = enonces.get('tva.plafond-compare');
  return chiffreCalcule(plafond.ht.cents - ht.cents, [...plafond.ht.sur, ...(rule ? [rule] : [])]);
}

function payeOf(
  ht: Chiffre | undefined,
  ttc: Chiffre | undefined,
  { assujetti, regulation }: Contexte,
): Paye | undefined {
  const rule = regulation.enonces.get('tva.assujettissement');
  if (rule?.value !== 'fournisseur' || assujetti === undefined) return undefined;
  const [taxe, total] = assujetti ? (['TTC', ttc] as const) : (['HT', ht] as const);
  return total && { taxe, total: { ...total, sur: [rule] } };
}

function paymentsOf(
  paye: Paye | undefined,
  { chosen: { parts }, sur }: Shares,
): Pick<Montants, 'avance' | 'solde'> {
  const rate = readRate(String(parts?.avance.value ?? ''));
  if (!paye || !parts || rate === undefined) return { avance: undefined, solde: undefined };
  const { avance, solde } = split(paye.total.cents, rate);
  const on = (part: Held<number>): Held<unknown>[] => [...paye.total.sur, part, ...sur];
  return {
    avance: chiffreCalcule(avance, on(parts.avance)),
    solde: chiffreCalcule(solde, on(parts.solde)),
  };
}

interface Shares {
  readonly chosen: Pick<Montants, 'parts' | 'partsReduites' | 'estReduite'>;
  /** The date by which they were chosen. */
  readonly sur: AtDate2['sur'];
}

/** M05: the reduced shares where the evidence file is said not to have been complete at date 2. */
function sharesFor({ sons, regulation, dossiersComplets }: Contexte): Shares {
  const none: Shares = {
    chosen: { parts: undefined, partsReduites: undefined, estReduite: false },
    sur: [],
  };
  if (sons === undefined) return none;
  const parts = sharesOf(sons, { dossierCompletDate2: true }, regulation);
  const reduced = sharesOf(sons, { dossierCompletDate2: false }, regulation);
  if (reduced?.avance === parts?.avance) return { ...none, chosen: { ...none.chosen, parts } };
  const { complet, sur } = completeAtDate2(sons, dossiersComplets, regulation);
  const partsReduites = complet === undefined ? reduced : undefined;
  const estReduite = complet === false;
  return { chosen: { parts: estReduite ? reduced : parts, partsReduites, estReduite }, sur };
}

/** The values of the texts behind every figure of a request that was computed. */
export function valeursDerriere({ plafond, ecart, avance, solde }: Montants): readonly Held<unknown>[] {
  const ceiling = plafond.type === 'montant' ? [plafond.ht, plafond.ttc] : [];
  const figures = [...ceiling, ecart, avance, solde];
  return [...new Set(figures.flatMap((figure) => figure?.sur ?? []))];
}
