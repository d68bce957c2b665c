import type { Base, Etablissement, PlafondDeBase, SourceDeBase } from '../base';
import { NATURES, NO_AMOUNT, type Columns } from './columns';
import { codeOf, codesFrom, finessOf, NO_CODE } from './finess-code';
import { nearNumbers } from './near-numbers';
import { NumberTable } from './number-table';
import { textAt } from './packed-texts';
import { plain } from './plain';
import { searchNames } from './search-names';

/** A base held as columns; an establishment becomes an object when it is asked for. */
export class IndexedBase implements Base {
  readonly size: number;
  private readonly byNumber: NumberTable;
  private readonly byRelated: NumberTable;

  constructor(
    readonly source: SourceDeBase,
    readonly columns: Columns,
  ) {
    this.size = columns.finess.length;
    this.byNumber = new NumberTable(columns.finess);
    this.byRelated = new NumberTable(columns.finessLie);
  }

  find(finess: string): Etablissement | undefined {
    const code = codeOf(finess);
    const rank = code === undefined ? undefined : this.byNumber.first(code);
    return rank === undefined ? undefined : this.at(rank);
  }

  near(finess: string, most: number): readonly Etablissement[] {
    const code = codeOf(finess);
    const related = code === undefined ? [] : first(this.byRelated.all(code), most);
    const found = new Set(related);
    for (const number of nearNumbers(finess)) {
      const near = codeOf(number);
      const rank = near === undefined ? undefined : this.byNumber.first(near);
      if (rank !== undefined) found.add(rank);
    }
    return first(found, most).map((rank) => this.at(rank));
  }

  search(text: string, most: number): readonly Etablissement[] {
    const found = new Set<number>();
    for (const rank of this.matching(text)) {
      if (found.size >= most) break;
      found.add(rank);
    }
    return [...found].map((rank) => this.at(rank));
  }

  private *matching(text: string): Generator<number, undefined> {
    const words = plain(text).split(' ').filter(Boolean);
    yield* this.numbersFrom(words.join('').toUpperCase());
    return yield* searchNames(this.columns.nomsCompares, words);
  }

  private *numbersFrom(prefix: string): Generator<number, undefined> {
    const { finess } = this.columns;
    const codes = codesFrom(prefix);
    if (codes === undefined) return undefined;
    for (let rank = firstFrom(finess, codes.first); (finess[rank] ?? NO_CODE) < codes.end; rank++) yield rank;
    return undefined;
  }

  private at(rank: number): Etablissement {
    const { columns } = this;
    const siren = columns.siren[rank] ?? NO_CODE;
    const lie = columns.finessLie[rank] ?? NO_CODE;
    return {
      finess: finessOf(columns.finess[rank] ?? 0),
      raisonSociale: filled(textAt(columns.noms, rank)),
      nature: NATURES[columns.nature[rank] ?? 0],
      categorie: filled(columns.mots[columns.categorie[rank] ?? 0]),
      activiteCombinee: filled(columns.mots[columns.activiteCombinee[rank] ?? 0]),
      siren: siren === NO_CODE ? undefined : String(siren).padStart(9, '0'),
      finessLie: lie === NO_CODE ? undefined : finessOf(lie),
      plafonds: this.plafondsOf(rank),
      ligne: columns.ligne[rank] ?? 0,
    };
  }

  private plafondsOf(rank: number): PlafondDeBase[] {
    const { plafondDebut, plafondObjet, objets, ht, ttc } = this.columns;
    const plafonds: PlafondDeBase[] = [];
    for (let at = plafondDebut[rank] ?? 0; at < (plafondDebut[rank + 1] ?? 0); at++) {
      const { sons, prestation } = objets[plafondObjet[at] ?? 0] ?? {};
      plafonds.push({ sons, prestation, ht: amountAt(ht, at), ttc: amountAt(ttc, at) });
    }
    return plafonds;
  }
}

function filled(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}

function amountAt(amounts: BigInt64Array, at: number): bigint | undefined {
  const cents = amounts[at];
  return cents === NO_AMOUNT ? undefined : cents;
}

function first<Value>(values: Iterable<Value>, most: number): Value[] {
  const taken: Value[] = [];
  for (const value of values) {
    if (taken.length >= most) break;
    taken.push(value);
  }
  return taken;
}

/** The rank of the first code that is not below `code`. */
function firstFrom(codes: Uint32Array, code: number): number {
  let [low, high] = [0, codes.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((codes[middle] ?? NO_CODE) < code) low = middle + 1;
    else high = middle;
  }
  return low;
}
