import type { Etablissement, PlafondDeBase } from '../base';
import type { Constat } from './rapport';

/** Gathers establishments by number: the first row of a number is kept, what another one says of it is told. */
export class Gathering {
  private readonly byNumber = new Map<string, Etablissement>();
  reunies = 0;

  /** Undefined when the row was taken; else why it was not. */
  add(one: Etablissement): Constat | undefined {
    const kept = this.byNumber.get(one.finess);
    if (kept === undefined) {
      this.byNumber.set(one.finess, one);
      return undefined;
    }
    const motif = isSame(kept, one) ? 'doublon-identique' : 'doublon-different';
    if (motif === 'doublon-different') {
      if (saysMore(kept, one)) {
        this.byNumber.set(one.finess, { ...kept, plafonds: [...kept.plafonds, ...one.plafonds] });
        this.reunies++;
        return undefined;
      }
      this.byNumber.set(one.finess, { ...kept, plafonds: withoutContradicted(kept.plafonds, one.plafonds) });
    }
    return { ligne: one.ligne, motif, valeur: one.finess, autreLigne: kept.ligne };
  }

  get all(): readonly Etablissement[] {
    return [...this.byNumber.values()];
  }
}

function isSame(a: Etablissement, b: Etablissement): boolean {
  return identityOf(a) === identityOf(b) && a.plafonds.map(textOf).join() === b.plafonds.map(textOf).join();
}

/** True for a row of the same establishment with ceilings for something else: files with a row for each SONS. */
function saysMore(kept: Etablissement, other: Etablissement): boolean {
  const known = new Set(kept.plafonds.map(objectOf));
  return (
    other.plafonds.length > 0 &&
    identityOf(kept) === identityOf(other) &&
    other.plafonds.every((plafond) => !known.has(objectOf(plafond)))
  );
}

/** Two rows with two ceilings: which one is right is not known. */
function withoutContradicted(
  kept: readonly PlafondDeBase[],
  others: readonly PlafondDeBase[],
): PlafondDeBase[] {
  const said = new Map(others.map((plafond) => [objectOf(plafond), textOf(plafond)]));
  return kept.filter((plafond) => (said.get(objectOf(plafond)) ?? textOf(plafond)) === textOf(plafond));
}

function identityOf(one: Etablissement): string {
  const { raisonSociale, nature, categorie, activiteCombinee, siren, finessLie } = one;
  return JSON.stringify([raisonSociale, nature, categorie, activiteCombinee, siren, finessLie]);
}

function objectOf({ sons, prestation }: PlafondDeBase): string {
  return `${sons ?? ''}\n${prestation ?? ''}`;
}

function textOf(plafond: PlafondDeBase): string {
  return `${objectOf(plafond)}\n${plafond.ht ?? ''}\n${plafond.ttc ?? ''}`;
}
