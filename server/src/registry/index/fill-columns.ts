import type { Etablissement, PlafondDeBase } from '../base';
import type { Steps } from '../table/steps';
import { LARGEST_AMOUNT, NATURES, NO_AMOUNT, type Columns, type ObjetDePlafond } from './columns';
import { codeOf, NO_CODE } from './finess-code';
import { packTexts } from './packed-texts';
import { plain } from './plain';

const SLICE = 500;
const MOST_OBJECTS = 0xffff;
/** Which half of a number of eight bytes is the low one, on this machine. */
const LOW = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 0 : 1;

/** Establishments as columns, in the order of their numbers. Of two with one number, the first is kept. */
export function* fillColumns(etablissements: readonly Etablissement[]): Steps<Columns> {
  const ranks = yield* inOrder(etablissements);
  const mots = new Ranks();
  mots.rankOf('');
  const objets = new ObjectRanks();
  const [noms, compares]: [string[], string[]] = [[], []];
  const columns = emptyColumns(ranks.length);
  const plafonds = emptyPlafonds(etablissements.reduce((sum, one) => sum + one.plafonds.length, 0));
  let count = 0;

  for (const [rank, from] of ranks.entries()) {
    if (rank % SLICE === 0) yield { etape: 'index', part: rank / ranks.length };
    const one = etablissements[from];
    if (one === undefined) continue;
    columns.finess[rank] = codeOf(one.finess) ?? NO_CODE;
    columns.finessLie[rank] = one.finessLie === undefined ? NO_CODE : (codeOf(one.finessLie) ?? NO_CODE);
    columns.nature[rank] = NATURES.indexOf(one.nature);
    columns.siren[rank] = /^\d{9}$/.test(one.siren ?? '') ? Number(one.siren) : NO_CODE;
    columns.ligne[rank] = one.ligne;
    columns.categorie[rank] = mots.rankOf(one.categorie ?? '');
    columns.activiteCombinee[rank] = mots.rankOf(one.activiteCombinee ?? '');
    noms.push(one.raisonSociale ?? '');
    compares.push(`\n ${plain(one.raisonSociale ?? '')}`);
    columns.plafondDebut[rank] = count;
    for (const plafond of one.plafonds) {
      if (objets.all.length >= MOST_OBJECTS) break;
      plafonds.objet[count] = objets.rankOf(plafond);
      plafonds.ht[count] = amount(plafond.ht);
      plafonds.ttc[count] = amount(plafond.ttc);
      count++;
    }
  }
  columns.plafondDebut[ranks.length] = count;
  const packed = packTexts(noms);
  yield { etape: 'index', part: 1 };
  const nomsCompares = packTexts(compares);
  yield { etape: 'index', part: 1 };
  return {
    ...columns,
    // Copies: a piece of the file's text would keep the whole of it in memory.
    mots: JSON.parse(JSON.stringify(mots.all)) as string[],
    objets: objets.all,
    noms: packed,
    nomsCompares,
    plafondObjet: plafonds.objet.slice(0, count),
    ht: plafonds.ht.slice(0, count),
    ttc: plafonds.ttc.slice(0, count),
  };
}

/** The ranks of the establishments in the order of their numbers, each number once. */
function* inOrder(etablissements: readonly Etablissement[]): Steps<Uint32Array> {
  // A code and a rank make one number: sorting those needs no function, which is five times as fast.
  const keys = new BigUint64Array(etablissements.length);
  const halves = new Uint32Array(keys.buffer);
  let count = 0;
  for (const [rank, { finess }] of etablissements.entries()) {
    if (rank % SLICE === 0) yield { etape: 'index', part: 0 };
    const code = codeOf(finess);
    if (code === undefined) continue;
    halves[2 * count + LOW] = rank;
    halves[2 * count + 1 - LOW] = code;
    count++;
  }
  keys.subarray(0, count).sort();
  yield { etape: 'index', part: 0 };
  const ranks = new Uint32Array(count);
  let kept = 0;
  let last = NO_CODE;
  for (let at = 0; at < count; at++) {
    const code = halves[2 * at + 1 - LOW] ?? NO_CODE;
    if (code !== last) ranks[kept++] = halves[2 * at + LOW] ?? 0;
    last = code;
  }
  return ranks.subarray(0, kept);
}

function emptyColumns(count: number) {
  return {
    finess: new Uint32Array(count),
    finessLie: new Uint32Array(count),
    nature: new Uint8Array(count),
    siren: new Uint32Array(count),
    ligne: new Uint32Array(count),
    categorie: new Uint32Array(count),
    activiteCombinee: new Uint32Array(count),
    plafondDebut: new Uint32Array(count + 1),
  };
}

function emptyPlafonds(count: number) {
  return {
    objet: new Uint16Array(count),
    ht: new BigInt64Array(count),
    ttc: new BigInt64Array(count),
  };
}

function amount(cents: bigint | undefined): bigint {
  return cents === undefined || cents > LARGEST_AMOUNT || cents < -LARGEST_AMOUNT ? NO_AMOUNT : cents;
}

/** Each distinct text once, by its rank. */
class Ranks {
  readonly all: string[] = [];
  private readonly byText = new Map<string, number>();

  rankOf(text: string): number {
    const known = this.byText.get(text);
    if (known !== undefined) return known;
    this.byText.set(text, this.all.length);
    return this.all.push(text) - 1;
  }
}

/** Each thing that a ceiling is for, once, by its rank. */
class ObjectRanks {
  readonly all: ObjetDePlafond[] = [];
  private readonly bySons = new Map<string | undefined, Map<string | undefined, number>>();

  rankOf({ sons, prestation }: PlafondDeBase): number {
    const known = this.bySons.get(sons)?.get(prestation);
    if (known !== undefined) return known;
    const ofSons = this.bySons.get(sons) ?? new Map<string | undefined, number>();
    this.bySons.set(sons, ofSons.set(prestation, this.all.length));
    return this.all.push({ sons, prestation }) - 1;
  }
}
