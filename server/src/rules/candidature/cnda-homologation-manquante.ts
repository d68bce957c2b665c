import type { Homologation } from '../../dossier/candidature/securite';
import { candidatureRule } from '../rule';
import { isReferenced } from './dossier-complet';
import { writeChamp } from './write-champ';

/** C08: only a file with every homologation of the CNDA ends in a referencing. */
export const cndaHomologationManquante = candidatureRule<Homologation>({
  code: 'cnda-homologation-manquante',
  famille: 'candidature',
  severity: 'error',
  inventaire: ['C08'],
  sources: ['S0'],
  detect: (candidature) =>
    isReferenced(candidature)
      ? candidature.homologations.elements.filter(
          ({ statut: { valeur }, moduleTiers }) =>
            valeur !== undefined && valeur !== 'OBTENUE' && moduleTiers.valeur !== true,
        )
      : [],
  where: ({ statut }) => statut.place,
  wording: ({ nom }) => ({ params: { nom: nom.valeur ?? '?' } }),
  fix: ({ statut, nom }) => [
    { kind: 'unsafe', edits: writeChamp(statut, '"OBTENUE"'), params: { nom: nom.valeur ?? '?' } },
  ],
});
