import { CANDIDATURE_DATES, CANDIDATURE_ROLES, FUSION_FINESS } from './roles-candidature';

/**
 * What a tag means, whatever its name. Rules, hovers, completions and prices ask for a role, so that a new
 * couloir or the ASP's next version is a schema and no code. Each role is worded in the catalogue
 * (`role.<role>.nom`, `role.<role>.quoi`).
 */
export const ROLES = [
  'depot',
  'type-demande',
  'sons',
  'fournisseur',
  'raison-sociale',
  'assujetti-tva',
  'demandes',
  'demande',
  'reference-demande',
  'type-prestation',
  'solution-logicielle',
  'nom-solution',
  'version-logiciel',
  'numero-referencement',
  'beneficiaires',
  'commande-pour',
  'liberal',
  'structure',
  'clients-finaux',
  'client-final',
  'etablissements',
  'etablissement',
  'medecins-liberaux',
  'medecin-liberal',
  'nom-structure',
  'nom-medecin',
  'nom-representant',
  'type-structure',
  'type-activite',
  'nombre-professionnels',
  'finess-pmsi',
  'finess-geo',
  'finess-geos',
  'siren',
  'siret',
  'rpps',
  'telephone',
  'email',
  'code-postal',
  'aides-percues',
  'aides-de-minimis',
  'aide-de-minimis',
  'date-attribution',
  'montant-aide',
  'bon-de-commande',
  'numero-bon-de-commande',
  'date-signature',
  'signature-electronique',
  'prestation',
  'montant-ht',
  'taux-tva',
  'montant-ttc',
  'pieces-justificatives',
  'piece-justificative',
  'type-piece',
  'nom-fichier',
  'facture',
  'numero-facture',
  'date-facture',
  'facture-ht',
  'facture-taux-tva',
  'facture-ttc',
  'verification-aptitude',
  'date-verification-aptitude',
  'nom-signataire',
  'avance-percue',
  'montant-solde',
  'indicateur-mss',
  ...CANDIDATURE_ROLES,
] as const;

export type Role = (typeof ROLES)[number];

export function isRole(value: unknown): value is Role {
  return (ROLES as readonly unknown[]).includes(value);
}

/** Amounts in euros with at most two decimals. */
export const AMOUNT_ROLES: readonly Role[] = [
  'montant-ht',
  'montant-ttc',
  'montant-aide',
  'facture-ht',
  'facture-ttc',
  'avance-percue',
  'montant-solde',
];

/** Dates written `JJ/MM/AAAA`. */
export const DATE_ROLES: readonly Role[] = [
  'date-signature',
  'date-attribution',
  'date-facture',
  'date-verification-aptitude',
  ...CANDIDATURE_DATES,
];

export const FINESS_ROLES: readonly Role[] = ['finess-pmsi', 'finess-geo', ...FUSION_FINESS];
