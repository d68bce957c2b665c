/** What a solution became in wave 1: the answer decides which evidence is asked. */
export const HISTORIQUES = ['referencee', 'referencee-sans-ins', 'nouvel-entrant'] as const;
export type Historique = (typeof HISTORIQUES)[number];

/** A chapter of evidence. What the texts do not name is null. */
export interface ChapitreAttendu {
  readonly nom: string | null;
  readonly profil: string | null;
  readonly vague: 'VAGUE_1' | 'VAGUE_2';
}

/** What the texts say that a candidature holds from its first day. */
export interface CandidatureAttendue {
  readonly profils: readonly string[];
  readonly chapitres: readonly ChapitreAttendu[];
  /** The newcomer's visit on the INS. */
  readonly visiteIns: boolean;
  /** The requirement that asks for the penetration test, where it is known for this SONS. */
  readonly exigenceIntrusion: string | null;
  /** Papers of every enrolment; a list where one of several is given. */
  readonly pieces: readonly (string | readonly string[])[];
}

interface Ligne<T> {
  readonly valeur: T;
  readonly sons: readonly string[];
  readonly source: readonly string[];
}

/** The profiles that a text names as mandatory. Those of the other SONS are not known. */
const PROFILS: readonly Ligne<string>[] = [
  { valeur: 'Général', sons: ['HOP-DPI-Va2'], source: ['S0'] },
  { valeur: 'Général', sons: ['MDV-LGC-Va1'], source: ['S1'] },
];

/** The chapters that the hospital's presentation of Convergence names. The lists of other SONS are not known. */
const CHAPITRES: readonly Ligne<string>[] = ["Gestion de l'INS", 'Alimentation du DMP', 'MSS'].map(
  (valeur) => ({ valeur, sons: ['HOP-DPI-Va2', 'HOP-PFI-Va2'], source: ['S0'] }),
);

const EXIGENCES_INTRUSION: readonly Ligne<string>[] = [
  { valeur: 'SSI/GEN.18', sons: ['HOP-DPI-Va2', 'HOP-PFI-Va2'], source: ['S0'] },
];

/** Evidence that a referenced solution brings all the same: the profile became part of the general one. */
export const CHAPITRE_SANS_INS = {
  nom: "Gestion de l'INS",
  profil: 'Intégration INS',
  vague: 'VAGUE_1',
} as const satisfies ChapitreAttendu;

const SANS_INS: Ligne<ChapitreAttendu> = {
  valeur: CHAPITRE_SANS_INS,
  sons: ['HOP-DPI-Va2'],
  source: ['S0'],
};

const PIECES: CandidatureAttendue['pieces'] = [
  'PIECE_IDENTITE',
  'RIB',
  'ATTESTATION_REFERENCEMENT',
  ['CERTIFICAT_HDS', 'ATTESTATION_NON_HDS'],
];

/** The profiles that a text names as mandatory for this SONS; none where no text tells. */
export function profilsObligatoires(sons: string): readonly string[] {
  return of(PROFILS, sons);
}

/** The answers that make a difference for a SONS. */
export function historiquesOf(sons: string): readonly Historique[] {
  return HISTORIQUES.filter((one) => one !== 'referencee-sans-ins' || SANS_INS.sons.includes(sons));
}

/** What a candidature of this SONS holds for a solution with this history; what no text names is left out or null. */
export function candidatureAttendue(sons: string, historique: Historique): CandidatureAttendue {
  const isNew = historique === 'nouvel-entrant';
  return {
    profils: profilsObligatoires(sons),
    chapitres: [
      ...(isNew ? chapitresOf(sons, 'VAGUE_1') : []),
      ...(historique === 'referencee-sans-ins' ? of([SANS_INS], sons) : []),
      ...chapitresOf(sons, 'VAGUE_2'),
    ],
    visiteIns: isNew,
    exigenceIntrusion: of(EXIGENCES_INTRUSION, sons)[0] ?? null,
    pieces: PIECES,
  };
}

/** The chapters of a wave; where none is named, one whose name is to be filled. */
function chapitresOf(sons: string, vague: ChapitreAttendu['vague']): ChapitreAttendu[] {
  const noms = vague === 'VAGUE_2' ? of(CHAPITRES, sons) : [];
  return (noms.length === 0 ? [null] : noms).map((nom) => ({ nom, profil: null, vague }));
}

function of<T>(lignes: readonly Ligne<T>[], sons: string): T[] {
  return lignes.filter((ligne) => ligne.sons.includes(sons)).map(({ valeur }) => valeur);
}
