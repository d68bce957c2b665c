import type { Etablissement, PlafondDeBase } from '../base';
import type { Steps } from '../table/steps';
import { LARGEST_AMOUNT, NATURES, NO_AMOUNT, type Columns, type ObjetDePlafond } from './columns';
import { codeOf, NO_CODE } from './finess-code';
import { packTexts } from './packed-texts';
import { plain } from './plain';

const SLICE = 2_000;
const MOST_OBJECTS = 0xffff;

interface Coded {
  readonly code: number;
  readonly one: Etablissement;
}

/** Establishments as columns, in the order of their numbers. Of two with one number, the first is kept. */
export function* fillColumns(etablissements: readonly Etablissement[]): Steps<Columns> {
  const coded = inOrder(etablissements);
  const mots = new Ranks<string>((mot) => mot);
  mots.rankOf('');
  const objets = new Ranks<ObjetDePlafond>(({ sons, prestation }) => `${sons ?? ''}\n${prestation ?? ''}`);
  const [noms, compares]: [string[], string[]] = [[], []];
  const columns = emptyColumns(coded.length);
  const plafonds: { objet: number; ht: bigint; ttc: bigint }[] = [];

  for (const [rank, { code, one }] of coded.entries()) {
    if (rank % SLICE === 0) yield { etape: 'index', part: rank / coded.length };
    columns.finess[rank] = code;
    columns.finessLie[rank] = one.finessLie === undefined ? NO_CODE : (codeOf(one.finessLie) ?? NO_CODE);
    columns.nature[rank] = NATURES.indexOf(one.nature);
    columns.siren[rank] = /^\d{9}$/.test(one.siren ?? '') ? Number(one.siren) : NO_CODE;
    columns.ligne[rank] = one.ligne;
    columns.categorie[rank] = mots.rankOf(one.categorie ?? '');
    columns.activiteCombinee[rank] = mots.rankOf(one.activiteCombinee ?? '');
    noms.push(one.raisonSociale ?? '');
    compares.push(`\n ${plain(one.raisonSociale ?? '')}`);
    columns.plafondDebut[rank] = plafonds.length;
    for (const plafond of one.plafonds) {
      if (objets.all.length >= MOST_OBJECTS) break;
      plafonds.push({
        objet: objets.rankOf(objetOf(plafond)),
        ht: amount(plafond.ht),
        ttc: amount(plafond.ttc),
      });
    }
  }
  columns.plafondDebut[coded.length] = plafonds.length;
  return {
    ...columns,
    // Copies: a piece of the file's text would keep the whole of it in memory.
    mots: JSON.parse(JSON.stringify(mots.all)) as string[],
    objets: objets.all,
    noms: packTexts(noms),
    nomsCompares: packTexts(compares),
    plafondObjet: Uint16Array.from(plafonds, ({ objet }) => objet),
    ht: BigInt64Array.from(plafonds, ({ ht }) => ht),
    ttc: BigInt64Array.from(plafonds, ({ ttc }) => ttc),
  };
}

function inOrder(etablissements: readonly Etablissement[]): Coded[] {
  const byCode = new Map<number, Coded>();
  for (const one of etablissements) {
    const code = codeOf(one.finess);
    if (code !== undefined && !byCode.has(code)) byCode.set(code, { code, one });
  }
  return [...byCode.values()].sort((a, b) => a.code - b.code);
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

function objetOf({ sons, prestation }: PlafondDeBase): ObjetDePlafond {
  return { sons, prestation };
}

function amount(cents: bigint | undefined): bigint {
  return cents === undefined || cents > LARGEST_AMOUNT || cents < -LARGEST_AMOUNT ? NO_AMOUNT : cents;
}

/** Each distinct value once, by its rank. */
class Ranks<Value> {
  readonly all: Value[] = [];
  private readonly byKey = new Map<string, number>();

  constructor(private readonly keyOf: (value: Value) => string) {}

  rankOf(value: Value): number {
    const key = this.keyOf(value);
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    this.byKey.set(key, this.all.length);
    return this.all.push(value) - 1;
  }
}
