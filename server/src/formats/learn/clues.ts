import type { Role } from '../roles';
import type { Clue } from './clue';
import { CLUES_OF_ORDERS } from './clues-of-orders';
import { CLUES_OF_PARTIES } from './clues-of-parties';
import type { ValueForm } from './value-forms';

/** All that tells a role. */
export const CLUES: readonly Clue[] = [...CLUES_OF_PARTIES, ...CLUES_OF_ORDERS];

/** Forms that tell a role by themselves, whatever the name. Nine digits are a SIREN or a FINESS: they tell none. */
export const TELLING_FORMS: readonly (readonly [ValueForm, Role])[] = [
  ['sons', 'sons'],
  ['rpps', 'rpps'],
  ['email', 'email'],
];

/** What the items of a list are. */
export const ITEM_ROLES: Readonly<Partial<Record<Role, Role>>> = {
  demandes: 'demande',
  'clients-finaux': 'client-final',
  etablissements: 'etablissement',
  'medecins-liberaux': 'medecin-liberal',
  'finess-geos': 'finess-geo',
  'aides-de-minimis': 'aide-de-minimis',
  'pieces-justificatives': 'piece-justificative',
};

/** What a request tells once, however it is nested; what is in a list of the request is apart. */
export const ONCE_A_REQUEST: readonly Role[] = [
  'reference-demande',
  'type-prestation',
  'commande-pour',
  'numero-bon-de-commande',
  'date-signature',
  'signature-electronique',
  'montant-ht',
  'taux-tva',
  'montant-ttc',
  'numero-facture',
  'date-facture',
  'facture-ht',
  'facture-taux-tva',
  'facture-ttc',
  'avance-percue',
  'montant-solde',
];

/** What shows that an object is a request: it says two of these things, or more. */
export const SIGNS_OF_A_REQUEST: readonly (readonly Role[])[] = [
  ['reference-demande', 'type-prestation'],
  ['montant-ht', 'montant-ttc', 'taux-tva'],
  ['date-signature', 'numero-bon-de-commande', 'bon-de-commande'],
  ['rpps', 'finess-pmsi', 'finess-geo', 'siren', 'nom-medecin', 'nom-structure', 'liberal', 'structure'],
];
