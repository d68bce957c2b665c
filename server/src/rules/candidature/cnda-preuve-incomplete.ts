import type { Champ } from '../../dossier/candidature/bloc';
import type { Homologation } from '../../dossier/candidature/securite';
import { removeChild } from '../../syntax/edits';
import { candidatureRule } from '../rule';
import { dossierExigible } from './dossier-complet';

interface Incomplete {
  readonly suffix: 'logiciel' | 'statut' | 'retour' | 'nie' | 'nil';
  readonly champ: Champ<unknown>;
  readonly homologation: Homologation;
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
  wording: ({ suffix, homologation }) => ({ suffix, params: { nom: nomOf(homologation) } }),
  // Numbers cannot be guessed: what is left is a homologation that is not asked for.
  fix: ({ suffix, homologation }, { part }) => {
    const { node } = homologation.bloc;
    if ((suffix !== 'nie' && suffix !== 'nil') || node?.parent?.kind !== 'array') return [];
    const params = { nom: nomOf(homologation) };
    return [{ kind: 'unsafe', edits: [removeChild(part.fragment, node)], params }];
  },
});

/** An attestation of the homologation stands for the screenshot. */
function notShown(homologation: Homologation): Incomplete[] {
  const { statut, copieEcran } = homologation;
  if (statut.valeur === 'OBTENUE') return [];
  const shown = [
    ['logiciel', copieEcran.informationsLogiciel],
    ['statut', copieEcran.statutVisible],
    ['retour', copieEcran.dateRetourVisible],
  ] as const;
  return shown
    .filter(([, champ]) => champ.valeur === false)
    .map(([suffix, champ]) => ({ suffix, champ, homologation }));
}

/** Of a third party's module, its NIL is enough. */
function numbersLeftOut(homologation: Homologation): Incomplete[] {
  const { nie, nil, moduleTiers } = homologation;
  const wanted = [...(moduleTiers.valeur === true ? [] : [['nie', nie] as const]), ['nil', nil] as const];
  return wanted
    .filter(([, champ]) => champ.valeur === undefined && !champ.illisible)
    .map(([suffix, champ]) => ({ suffix, champ, homologation }));
}

function nomOf({ nom }: Homologation): string {
  return nom.valeur ?? '?';
}
