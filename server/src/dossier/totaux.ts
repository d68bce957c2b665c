import type { Chiffre } from './chiffre';
import type { Montants } from './montants';

/** A sum of figures, and how many of them are not known: these are not in it. */
export interface Somme {
  readonly cents: bigint;
  readonly inconnus: number;
}

/** What requests add up to. */
export interface Sommes {
  readonly demandes: number;
  readonly plafond: Somme;
  readonly ht: Somme;
  readonly ttc: Somme;
  readonly avance: Somme;
  readonly solde: Somme;
}

/** What requests of one SONS and one prestation add up to. */
export interface Total extends Sommes {
  readonly sons: string | undefined;
  readonly prestation: string | undefined;
}

/** One total a SONS and prestation, in the order in which they are first met. */
export function totauxOf(all: readonly Montants[]): readonly Total[] {
  const groups = new Map<string, Montants[]>();
  for (const montants of all) {
    const key = JSON.stringify([montants.sons, montants.prestation]);
    const group = groups.get(key);
    if (group) group.push(montants);
    else groups.set(key, [montants]);
  }
  return [...groups.values()].map((group) => ({
    sons: group[0]?.sons,
    prestation: group[0]?.prestation,
    ...sommesOf(group),
  }));
}

/** What these requests add up to, whatever their SONS and prestations. */
export function sommesOf(all: readonly Montants[]): Sommes {
  return {
    demandes: all.length,
    plafond: sum(ceilingsOf(all)),
    ht: sum(all.map(({ ht }) => ht)),
    ttc: sum(all.map(({ ttc }) => ttc)),
    avance: sum(all.map(({ avance }) => avance)),
    solde: sum(all.map(({ solde }) => solde)),
  };
}

/** The requests of establishments that merged share one ceiling: it counts once. */
function ceilingsOf(all: readonly Montants[]): (Chiffre | undefined)[] {
  const counted = new Set<string>();
  return all.flatMap(({ sons, prestation, plafond }): (Chiffre | undefined)[] => {
    if (plafond.type !== 'montant') return [undefined];
    if (plafond.fusions.length === 0) return [plafond.ht];
    const numbers = plafond.lignes.map(({ value }) => value.finess).sort();
    const shared = JSON.stringify([sons, prestation, numbers]);
    if (counted.has(shared)) return [];
    counted.add(shared);
    return [plafond.ht];
  });
}

function sum(figures: readonly (Chiffre | undefined)[]): Somme {
  const known = figures.flatMap((figure) => (figure ? [figure.cents] : []));
  return {
    cents: known.reduce((total, cents) => total + cents, 0n),
    inconnus: figures.length - known.length,
  };
}
