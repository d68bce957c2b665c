import { htWithin, ttc, type Rate } from './amounts';
import { readCents } from './cents';
import { MILLION, readMillionths } from './decimal';
import type { AffineParTranches, Formule, Table, Taxe, Tranche } from './formule';
import { REGULATION, type Regulation } from './regulation';
import { roundedQuotient } from './rounding';
import type { Held } from './sourced';

/** A scale in force, or one that we do not know: `id` is then the name under which the user can supply it. */
export type Bareme =
  | { readonly type: 'connu'; readonly formule: Formule; readonly held: Held<Formule> }
  | { readonly type: 'inconnu'; readonly id: string; readonly held: Held<Formule> | undefined };

/** What a ceiling depends on. */
export interface Beneficiaire {
  /** How many units (health professionals of a structure…). */
  readonly nombre?: bigint;
  /** The variable of an affine scale (activité combinée…), as a decimal text. */
  readonly variable?: string;
}

export type Plafond =
  /** In cents. `deduit` is the side that no text gives: it was computed with the rate. */
  | { readonly type: 'montant'; readonly ht: bigint; readonly ttc: bigint; readonly deduit: Taxe }
  /** Look the beneficiary up in this official table. */
  | { readonly type: 'table'; readonly table: 'base-es-eligibles' }
  /** What has to be known of the beneficiary first: a unit to count, or a variable. */
  | { readonly type: 'manque'; readonly quoi: string }
  /** Supply the scale under this id. */
  | { readonly type: 'inconnu'; readonly id: string };

/** The scale of a SONS, for a case (`liberal`, `structure`, `vague-2`, `vague-1-et-2`) when it has several. */
export function baremeOf(
  sons: string,
  cas: string | undefined,
  { baremes }: Regulation = REGULATION,
): Bareme {
  const [general, own] = [`${sons}.bareme`, `${sons}.bareme.${cas ?? ''}`];
  const id = cas !== undefined && (baremes.has(own) || !baremes.has(general)) ? own : general;
  const held = baremes.get(id);
  return held?.value ? { type: 'connu', formule: held.value, held } : { type: 'inconnu', id, held };
}

/** The most that the State pays for a beneficiary; `rate` is the VAT by which the other side of it is computed. */
export function ceiling(beneficiaire: Beneficiaire, bareme: Bareme, rate: Rate): Plafond {
  if (bareme.type === 'inconnu') return { type: 'inconnu', id: bareme.id };
  const { formule, held } = bareme;
  if (formule.type === 'table') return { type: 'table', table: formule.table };
  const quoi = missing(formule, beneficiaire);
  if (quoi !== undefined) return { type: 'manque', quoi };
  const cents = centsOf(formule, beneficiaire);
  // No digits to read: only a scale that no schema has checked.
  if (cents === undefined) return { type: 'inconnu', id: held.id };
  return formule.taxe === 'TTC'
    ? { type: 'montant', ttc: cents, ht: htWithin(cents, rate), deduit: 'HT' }
    : { type: 'montant', ht: cents, ttc: ttc(cents, rate), deduit: 'TTC' };
}

type Computed = Exclude<Formule, Table>;

function missing(formule: Computed, { nombre, variable }: Beneficiaire): string | undefined {
  switch (formule.type) {
    case 'forfait':
      return undefined;
    case 'forfait-plus-unite':
      return nombre === undefined || nombre < 0n ? formule.unite : undefined;
    case 'affine-par-tranches':
      return (readMillionths(variable ?? '') ?? -1n) < 0n ? formule.variable : undefined;
  }
}

function centsOf(formule: Computed, { nombre = 0n, variable = '' }: Beneficiaire): bigint | undefined {
  switch (formule.type) {
    case 'forfait':
      return readCents(formule.montant)?.cents;
    case 'forfait-plus-unite': {
      const [fixe, parUnite] = [readCents(formule.fixe), readCents(formule.parUnite)];
      return fixe && parUnite && fixe.cents + parUnite.cents * nombre;
    }
    case 'affine-par-tranches':
      return affineCents(formule, readMillionths(variable) ?? 0n);
  }
}

function affineCents({ tranches }: AffineParTranches, at: bigint): bigint | undefined {
  const tranche = tranches.findLast(({ aPartirDe }) => (readMillionths(aPartirDe) ?? at + 1n) <= at);
  if (!tranche) return undefined;
  const [fixe, parUnite] = [readMillionths(tranche.fixe), readMillionths(tranche.parUnite)];
  if (fixe === undefined || parUnite === undefined) return undefined;
  // Euros in millionths of millionths, then cents.
  return roundedQuotient((fixe * MILLION + parUnite * at) * 100n, MILLION * MILLION);
}

/** The first tranche that is out of its place: the first one begins at 0, each other after the one before it. */
export function misplacedTranche({ tranches }: AffineParTranches): Tranche | undefined {
  return tranches.find(({ aPartirDe }, rank) => {
    const start = readMillionths(aPartirDe);
    const before = readMillionths(tranches[rank - 1]?.aPartirDe ?? '');
    return start === undefined || (rank === 0 ? start !== 0n : before === undefined || start <= before);
  });
}
