import type { Champ } from '../../dossier/candidature/bloc';
import { candidatureRule } from '../rule';

/** C09: the penetration test is made by a provider qualified PASSI. */
export const intrusionPrestataire = candidatureRule<Champ<boolean>>({
  code: 'intrusion-prestataire',
  famille: 'candidature',
  severity: 'error',
  inventaire: ['C09'],
  sources: ['S0', 'W26', 'W27', 'W65'],
  detect: ({ intrusion: { qualificationPassi } }) =>
    qualificationPassi.valeur === false ? [qualificationPassi] : [],
  where: ({ place }) => place,
  wording: () => ({}),
});
