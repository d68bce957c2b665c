/** The closed lists of the manifest, as `schemas/candidature.schema.json` writes them (a test holds the two equal). */

export const DECLARATIONS = ['AUCUNE', 'LISTE'] as const;
export const VAGUES = ['VAGUE_1', 'VAGUE_2'] as const;
export const STATUTS_VISITE = ['A_PLANIFIER', 'PLANIFIEE', 'REALISEE', 'VALIDEE'] as const;
export const SITUATIONS_HDS = ['CERTIFICAT', 'ATTESTATION_NON_HEBERGEMENT'] as const;
export const TYPES_ENROLEMENT = ['ANTICIPE', 'DEFINITIF', 'COMPLEMENTAIRE'] as const;
export const DEMANDEURS = ['EDITEUR', 'DISTRIBUTEUR'] as const;
export const TYPES_FUSION = ['FUSION_ACQUISITION', 'FUSION_ABSORPTION'] as const;
export const MOMENTS_FUSION = ['AVANT_AVANCE', 'APRES_AVANCE'] as const;
export const STATUTS_MODELE = ['EN_ATTENTE', 'VALIDE', 'REJETE'] as const;

/** In the order in which they are reached. */
export const STATUTS_ETAPE = ['A_FAIRE', 'EN_COURS', 'TERMINEE'] as const;
export type StatutEtape = (typeof STATUTS_ETAPE)[number];

/** Of a chapter and of each piece of its evidence. */
export const STATUTS_PREUVE = ['A_COMPLETER', 'EN_ANALYSE', 'A_MODIFIER', 'VALIDE'] as const;
export type StatutPreuve = (typeof STATUTS_PREUVE)[number];

/** In the order in which they are reached. */
export const STATUTS_CNDA = [
  'INITIALISATION',
  'PRE_EXAMEN',
  'EXAMEN_DE_CONFORMITE',
  'FINALISATION',
  'OBTENUE',
] as const;
export type StatutCnda = (typeof STATUTS_CNDA)[number];

export const PIECES_ENROLEMENT = [
  'PIECE_IDENTITE',
  'RIB',
  'ATTESTATION_REFERENCEMENT',
  'CERTIFICAT_HDS',
  'ATTESTATION_NON_HDS',
  'KBIS',
  'NON_ASSUJETTISSEMENT_TVA',
  'MANDAT_DISTRIBUTION',
  'CONTRAT_TIERS',
  'PIECE_IDENTITE_TIERS',
  'MANDAT_DELEGATION',
] as const;
export type PieceEnrolementType = (typeof PIECES_ENROLEMENT)[number];
