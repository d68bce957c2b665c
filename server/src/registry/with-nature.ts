import type { Base, Etablissement } from './base';

/**
 * A base with what a FINESS extract knows besides: nature, category, and the numbers in relation, where the base's
 * own file does not say them. Nobody becomes eligible by it: its establishments stay those of the base.
 */
export function withNature(base: Base, extrait: Base): Base {
  const more = (one: Etablissement): Etablissement => {
    const known = extrait.find(one.finess);
    if (known === undefined) return one;
    return {
      ...one,
      raisonSociale: one.raisonSociale ?? known.raisonSociale,
      nature: one.nature ?? known.nature,
      categorie: one.categorie ?? known.categorie,
      siren: one.siren ?? known.siren,
      finessLie: one.finessLie ?? known.finessLie,
    };
  };
  /** Those of the base that the extract puts in relation with a number, either way round. */
  const related = (finess: string, most: number): Etablissement[] => {
    const above = extrait.find(finess)?.finessLie;
    const under = extrait.near(finess, most).filter(({ finessLie }) => finessLie === finess);
    const numbers = [...(above === undefined ? [] : [above]), ...under.map((one) => one.finess)];
    return numbers.map((number) => base.find(number)).filter((one) => one !== undefined);
  };
  return {
    source: base.source,
    size: base.size,
    find: (finess) => {
      const found = base.find(finess);
      return found === undefined ? undefined : more(found);
    },
    near: (finess, most) => {
      const all = [...related(finess, most), ...base.near(finess, most)];
      return [...new Map(all.map((one) => [one.finess, one])).values()].slice(0, most).map(more);
    },
    search: (text, most) => base.search(text, most).map(more),
  };
}
