import type { Role } from '../roles';
import type { Kind } from './observe';
import type { ValueForm } from './value-forms';

/**
 * What tells a role. Words are plain (no accent, small letters, plural or not); each group of words wants one of
 * its own, `name` in the tag's name, `context` there or in the names around.
 */
export interface Clue {
  readonly role: Role;
  readonly kinds: readonly Kind[];
  readonly name: readonly (readonly string[])[];
  readonly context?: readonly (readonly string[])[];
  /** Words that speak of something else, in the tag's name. */
  readonly not?: readonly string[];
  /** The same, in the names around. */
  readonly notAround?: readonly string[];
  readonly form?: ValueForm;
  /** Without values of this form, nothing is told. */
  readonly formDue?: true;
}

export const TEXT: readonly Kind[] = ['string', 'number'];
export const FLAG: readonly Kind[] = ['boolean'];
export const BLOCK: readonly Kind[] = ['object'];
export const LIST: readonly Kind[] = ['list'];

export const NUMBER_WORDS = ['numero', 'num', 'no', 'nr', 'reference', 'ref', 'identifiant', 'id'];
export const NAME_WORDS = ['nom', 'libelle', 'designation', 'denomination', 'intitule'];
export const TYPE_WORDS = ['type', 'nature', 'categorie', 'genre'];
export const ORDER_WORDS = ['commande', 'bdc', 'bc'];
export const DOCTOR_WORDS = ['medecin', 'praticien', 'liberal', 'docteur'];
export const PLACE_WORDS = ['structure', 'etablissement', 'msp', 'maison', 'centre', 'cabinet'];
export const SOFTWARE_WORDS = ['solution', 'logiciel', 'produit', 'progiciel'];
export const FILE_WORDS = ['piece', 'justificatif', 'document', 'annexe'];
export const AID_WORDS = ['aide', 'minimis', 'subvention'];
export const INVOICE_WORDS = ['facture'];
export const ABILITY_WORDS = ['aptitude', 'va'];
export const SUPPLIER_WORDS = ['fournisseur', 'editeur', 'distributeur', 'deposant'];
export const OTHER_MONEY = [
  ...INVOICE_WORDS,
  'plafond',
  'remise',
  'avance',
  'solde',
  'acompte',
  'aide',
  'minimis',
  'unitaire',
];
