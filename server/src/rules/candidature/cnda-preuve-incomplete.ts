import type { Champ } from '../../dossier/candidature/bloc';
import type { Homologation } from '../../dossier/candidature/securite';
import { candidatureRule } from '../rule';
import { dossierExigible } from './dossier-complet';

interface Incomplete {
  readonly suffix: 'logiciel' | 'statut' | 'retour' | 'nie' | 'nil';
  readonly champ: Champ<unknown>;
  readonly nom: string;
}

/** C08: the screenshot shows the software, the state and the day of return; NIE and NIL are given. */
export const cndaPreuveIncomplete = candidatureRule<Incomplete>({
  code: 'cnda-preuve-incomplete',
  famille: 'candidature',
  severity: 'warning',
  inventaire: ['C08'],
  sources: ['S0', 'W25'],
  detect: (candidature, circumstances) => {
    const isDue = dossierExigible(candidature, circumstances) !== undefined;
    return candidature.homologations.elements.flatMap((homologation) => [
      ...notShown(homologation),
      ...(isDue ? numbersLeftOut(homologation) : []),
    ]);
  },
  where: ({ champ }) => champ.place,
  wording: ({ suffix, nom }) => ({ suffix, params: { nom } }),
});

/** An attestation of the homologation stands for the screenshot. */
function notShown({ statut, nom, copieEcran }: Homologation): Incomplete[] {
  if (statut.valeur === 'OBTENUE') return [];
  const shown = [
    ['logiciel', copieEcran.informationsLogiciel],
    ['statut', copieEcran.statutVisible],
    ['retour', copieEcran.dateRetourVisible],
  ] as const;
  return shown
    .filter(([, champ]) => champ.valeur === false)
    .map(([suffix, champ]) => ({ suffix, champ, nom: nom.valeur ?? '?' }));
}

/** Of a third party's module, its NIL is enough. */
function numbersLeftOut({ nom, nie, nil, moduleTiers }: Homologation): Incomplete[] {
  const wanted = [...(moduleTiers.valeur === true ? [] : [['nie', nie] as const]), ['nil', nil] as const];
  return wanted
    .filter(([, champ]) => champ.valeur === undefined && !champ.illisible)
    .map(([suffix, champ]) => ({ suffix, champ, nom: nom.valeur ?? '?' }));
}
