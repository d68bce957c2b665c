import type { Champ } from '../../dossier/candidature/bloc';
import { candidatureRule } from '../rule';

/** C09: the auditor signs the form of the penetration test electronically. */
export const intrusionSignature = candidatureRule<Champ<boolean>>({
  code: 'intrusion-signature',
  famille: 'candidature',
  severity: 'error',
  inventaire: ['C09'],
  sources: ['W26', 'W27', 'W65'],
  detect: ({ intrusion: { formulaireSigne } }) => (formulaireSigne.valeur === false ? [formulaireSigne] : []),
  where: ({ place }) => place,
  wording: () => ({}),
});
