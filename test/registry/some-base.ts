import fc from 'fast-check';
import type { Etablissement } from '../../server/src/registry/base';

export const SOURCE = { fichier: 'base.csv', feuille: undefined };

/** An establishment of which only what matters is said. */
export function etablissement(
  finess: string,
  raisonSociale?: string,
  rest: Partial<Etablissement> = {},
): Etablissement {
  return {
    finess,
    raisonSociale,
    nature: undefined,
    categorie: undefined,
    activiteCombinee: undefined,
    siren: undefined,
    finessLie: undefined,
    plafonds: [],
    ligne: 2,
    ...rest,
  };
}

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const cents = maybe(fc.bigInt({ min: 0n, max: 10n ** 12n }));
const plainObjects = { noNullPrototype: true } as const;
const words = fc.array(
  fc.constantFrom('Clinique', 'CH', "l'Étang", 'Saint-Léonard', 'cœur', 'Limoges', 'de', 'X'),
  {
    minLength: 1,
    maxLength: 4,
  },
);

export const finessNumbers = fc
  .tuple(
    fc.constantFrom('01', '2A', '2B', '87', '99'),
    fc.integer({ min: 0, max: 300 }).map((rest) => String(rest).padStart(7, '0')),
  )
  .map((parts) => parts.join(''));

export const etablissements = fc.array(
  fc.record<Etablissement>(
    {
      finess: finessNumbers,
      raisonSociale: maybe(words.map((some) => some.join(' '))),
      nature: fc.constantFrom(undefined, 'juridique', 'geographique'),
      categorie: maybe(fc.constantFrom('355', 'Centre hospitalier')),
      activiteCombinee: maybe(fc.integer({ min: 0, max: 99999 }).map((n) => `${n}.5`)),
      siren: maybe(fc.integer({ min: 0, max: 999_999_999 }).map((n) => String(n).padStart(9, '0'))),
      finessLie: maybe(finessNumbers),
      plafonds: fc.array(
        fc.record(
          {
            sons: fc.constantFrom(undefined, 'HOP-DPI-Va2', 'HOP-PFI-Va2'),
            prestation: fc.constantFrom(undefined, 'VAGUE_2', 'VAGUE_1_ET_2'),
            ht: cents,
            ttc: cents,
          },
          plainObjects,
        ),
        { maxLength: 4 },
      ),
      ligne: fc.integer({ min: 1, max: 1_000_000 }),
    },
    plainObjects,
  ),
  { maxLength: 60 },
);
