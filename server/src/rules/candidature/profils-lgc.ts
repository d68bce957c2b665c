import { nearValue } from '../../formats/near-value';

/** The one that is mandatory. */
export const PROFIL_GENERAL = 'Général';

/** The profiles of the LGC of wave 1, as S1 names them. */
export const PROFILS_LGC_VAGUE_1: readonly string[] = [
  PROFIL_GENERAL,
  "Référentiel d'identité",
  'Centres de santé',
  'Opérateur Mailiz',
  "Stockage des copies de titres d'identité",
];

/** Other wordings of the same. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ["Référentiel de l'identité", "Référentiel d'identité"],
  ["Stockage des titres d'identité", "Stockage des copies de titres d'identité"],
]);

/** The profile that a text names, whatever its accents, case and apostrophes; undefined for none of ours. */
export function nomDeProfil(texte: string): string | undefined {
  const near = nearProfil(texte);
  return near?.slip === 'graphie' ? nameOf(near.value) : undefined;
}

/** The profile that a text misspells by one letter. */
export function profilVoisin(texte: string): string | undefined {
  const near = nearProfil(texte);
  return near?.slip === 'lettre' ? nameOf(near.value) : undefined;
}

function nearProfil(texte: string): ReturnType<typeof nearValue> {
  const written = texte.replace(/[’‘]/g, "'").replace(/^\s*profil\s/i, '');
  return nearValue([...PROFILS_LGC_VAGUE_1, ...ALIASES.keys()], written);
}

function nameOf(value: string): string {
  return ALIASES.get(value) ?? value;
}
