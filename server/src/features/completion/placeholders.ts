import { DATE_ROLES, type Role } from '../../formats/roles';
import type { ScalarShape } from '../../formats/shape';
import { translate, type Langue } from '../../messages/catalogue';

/** What a new request takes from its surroundings. */
export interface Filling {
  readonly langue: Langue;
  /** Of the request that is written: `DPI-0002`. */
  readonly reference: string;
  /** What is not known yet is written `null`, not as an example to type over: in a manifest, most of it comes later. */
  readonly unknown: boolean;
  /** The type of the attachment that is written: `FACTURE`. */
  readonly piece?: string | undefined;
}

/**
 * Values that show the form and cannot be taken for real ones: left as they are, the identifiers and dates are
 * reported by their rules.
 */
const FORMS: Partial<Record<Role, string>> = {
  siren: '123456789',
  siret: '12345678900012',
  'finess-pmsi': '990000001',
  'finess-geo': '990000001',
  rpps: '12345678901',
  telephone: '+33123456789',
  email: 'prenom.nom@exemple.fr',
  'code-postal': '75001',
  'version-logiciel': '1.0.0',
  'montant-ht': '1000.00',
  'taux-tva': '20.00',
  'montant-ttc': '1200.00',
  'montant-aide': '300.00',
  'facture-ht': '1000.00',
  'facture-taux-tva': '20.00',
  'facture-ttc': '1200.00',
  'avance-percue': '480.00',
  'montant-solde': '720.00',
  'nombre-professionnels': '1',
};

/** The text that stands at a tab stop, without quotation marks. `name` is the tag's, for want of anything better. */
export function placeholderOf(
  shape: ScalarShape,
  name: string,
  { langue, reference, piece }: Filling,
): string {
  const { role } = shape;
  if (role === 'reference-demande') return reference;
  if (role === 'numero-bon-de-commande') return `BDC-${reference}`;
  if (role === 'numero-facture') return `F-${reference}`;
  if (role === 'nom-fichier') return fileNameFor(reference, piece);
  const form = role && FORMS[role];
  if (form !== undefined) return form;
  if (role && DATE_ROLES.includes(role)) return translate(langue, 'completion.date');
  if (shape.kind === 'number') return '0';
  return role ? translate(langue, `role.${role}.nom`) : name;
}

/** A name that the portal takes: at most 50 characters, no accent, nothing but letters, digits and dashes. */
function fileNameFor(reference: string, piece: string | undefined): string {
  const kind = piece === undefined ? 'bdc' : plain(piece.replaceAll('_', '-'));
  return `${`${kind}-${plain(reference)}`.slice(0, 44).toLowerCase()}.pdf`;
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/[^A-Za-z0-9-]/g, '');
}
