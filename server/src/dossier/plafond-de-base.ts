import { FINESS_ROLES } from '../formats/roles';
import type { Base, Etablissement, PlafondDeBase } from '../registry/base';
import { htWithin, ttc as ttcOf, type Rate } from '../regulation/amounts';
import { ceiling, type Bareme } from '../regulation/ceiling';
import type { Taxe } from '../regulation/formule';
import type { Held, LieuDeBase } from '../regulation/sourced';
import { finessMeant } from './finess';
import { reunionDe, type FusionConnue, type Fusions } from './fusions';
import { textOf, valuesOf, type Part } from './part';

/** The row of one beneficiary, as a value that figures rest on. */
export type LigneDeBase = Held<Etablissement> & { readonly value: Etablissement; readonly lieu: LieuDeBase };

/** What the base says of the beneficiaries of a request, or why it says nothing of them. */
export type LignesDeDemande =
  | {
      readonly type: 'lignes';
      readonly lignes: readonly LigneDeBase[];
      /** The mergers by which some of these rows are there. */
      readonly fusions: Fusions;
    }
  | BaseMuette;

export type BaseMuette =
  /** The request does not name its beneficiaries legibly. */
  | { readonly type: 'manque'; readonly quoi: 'finess' }
  | { readonly type: 'hors-base'; readonly finess: string; readonly fichier: string }
  /** In the base, without an amount for this SONS and prestation. */
  | { readonly type: 'sans-montant'; readonly finess: string; readonly lieu: LieuDeBase };

/** Two sides of a ceiling, in cents. `deduit` is the one that was computed with the rate, if any was. */
export interface DeuxCotes {
  readonly ht: bigint;
  readonly ttc: bigint;
  readonly deduit: Taxe | undefined;
}

/** The rows of the beneficiaries of a request, and of those that merged with them, each establishment once. */
export function lignesOf(
  part: Part,
  base: Base,
  status: LigneDeBase['status'],
  fusions: Fusions,
): LignesDeDemande {
  const texts = valuesOf(part, ...FINESS_ROLES).map(({ node }) => finessMeant(textOf(node) ?? ''));
  const numbers = new Set<string>();
  const joining = new Set<FusionConnue>();
  for (const finess of texts) {
    if (finess === undefined) return { type: 'manque', quoi: 'finess' };
    const reunion = reunionDe(finess, fusions);
    for (const number of reunion.finess) numbers.add(number);
    for (const fusion of reunion.fusions) joining.add(fusion);
  }
  if (numbers.size === 0) return { type: 'manque', quoi: 'finess' };
  const lignes: LigneDeBase[] = [];
  for (const finess of numbers) {
    const found = base.find(finess);
    if (!found) return { type: 'hors-base', finess, fichier: base.source.fichier };
    lignes.push(ligneDe(found, base, status));
  }
  return { type: 'lignes', lignes, fusions: [...joining] };
}

function ligneDe(
  value: Etablissement,
  { source: { fichier, feuille } }: Base,
  status: LigneDeBase['status'],
): LigneDeBase {
  const lieu = { fichier, feuille, ligne: value.ligne };
  const source = [`${fichier}:${value.ligne}`];
  return { id: `base.${value.finess}`, value, source, status, origine: 'base', lieu };
}

/** Which column of the base is asked. `propre`: only one that names this very SONS. */
export interface Colonne {
  readonly sons: string;
  /** `vague-2`, `vague-1-et-2`. */
  readonly cas: string | undefined;
  readonly propre?: boolean;
}

/** The ceiling of one establishment; undefined where its row has none, or several that disagree. */
export function plafondDe(
  etablissement: Pick<Etablissement, 'plafonds'>,
  colonne: Colonne,
  taux: Rate,
): DeuxCotes | undefined {
  const { ht, ttc } = columnOf(etablissement, colonne) ?? {};
  if (ht !== undefined) {
    return ttc === undefined ? { ht, ttc: ttcOf(ht, taux), deduit: 'TTC' } : { ht, ttc, deduit: undefined };
  }
  return ttc === undefined ? undefined : { ht: htWithin(ttc, taux), ttc, deduit: 'HT' };
}

/** The same as the row gives it: one side may lack. */
export function columnOf(
  { plafonds }: Pick<Etablissement, 'plafonds'>,
  colonne: Colonne,
): Pick<PlafondDeBase, 'ht' | 'ttc'> | undefined {
  const fitting = plafonds.filter((plafond) => fits(plafond, colonne));
  const most = Math.max(...fitting.map(precision));
  const closest = fitting.filter((plafond) => precision(plafond) === most);
  const sides = (taxe: 'ht' | 'ttc'): Set<bigint> =>
    new Set(closest.flatMap(({ [taxe]: cents }) => (cents === undefined ? [] : [cents])));
  const [hts, ttcs] = [sides('ht'), sides('ttc')];
  if (hts.size > 1 || ttcs.size > 1) return undefined;
  const [[ht], [ttc]] = [[...hts], [...ttcs]];
  return { ht, ttc };
}

function fits({ sons, prestation }: PlafondDeBase, colonne: Colonne): boolean {
  const isSons = sons === undefined ? colonne.propre !== true : sons === colonne.sons;
  return isSons && (prestation === undefined || casText(prestation) === colonne.cas);
}

/** `VAGUE_1_ET_2` as scales name it: `vague-1-et-2`. */
export function casText(prestation: string): string {
  return prestation.toLowerCase().replaceAll('_', '-');
}

/** How much a column distinguishes. */
function precision({ sons, prestation }: PlafondDeBase): number {
  return (sons === undefined ? 0 : 1) + (prestation === undefined ? 0 : 1);
}

/** What the user's own scale makes of the variable of each row; undefined where one has none. */
export function calculsDe(
  lignes: readonly LigneDeBase[],
  bareme: Bareme,
  taux: Rate,
): readonly (DeuxCotes | undefined)[] {
  return lignes.map(({ value }) => {
    const variable = value.activiteCombinee;
    const found = ceiling(variable === undefined ? {} : { variable }, bareme, taux);
    return found.type === 'montant' ? found : undefined;
  });
}

/** The sum of ceilings; undefined as soon as one is not known. */
export function sumOf(all: readonly (DeuxCotes | undefined)[]): DeuxCotes | undefined {
  let sum: DeuxCotes = { ht: 0n, ttc: 0n, deduit: undefined };
  for (const one of all) {
    if (!one) return undefined;
    sum = { ht: sum.ht + one.ht, ttc: sum.ttc + one.ttc, deduit: sum.deduit ?? one.deduit };
  }
  return sum;
}
