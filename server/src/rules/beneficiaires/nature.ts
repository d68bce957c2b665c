import type { Part } from '../../dossier/part';
import type { Etablissement, NatureFiness } from '../../registry/base';
import type { Regulation } from '../../regulation/regulation';
import type { Held } from '../../regulation/sourced';

/** That a FINESS PMSI should be the other number of its establishment, and the text that says so. */
export interface WrongNature {
  readonly ecrite: NatureFiness;
  readonly due: NatureFiness;
  readonly held: Held<unknown>;
}

/** What we can apply: the words of the value say the same as `dueNature`. */
const STATED = ['finess-juridique-public-et-dialyse-privee', 'finess-geographique-autre-prive'];

/** Undefined where the number is right, and where the base does not tell enough to know. */
export function wrongNature(
  { nature, categorie, raisonSociale }: Etablissement,
  { format: { sons } }: Part,
  { enonces }: Regulation,
): WrongNature | undefined {
  const held = enonces.get(`${sons?.split('-')[0] ?? ''}.finess-pmsi`);
  const stated = held?.value;
  const isKnown = Array.isArray(stated) && STATED.every((one) => stated.includes(one));
  const due = dueNature(categorie, raisonSociale);
  if (!held || !isKnown || nature === undefined || due === undefined || nature === due) return undefined;
  return { ecrite: nature, due, held };
}

/** Words that tell who owns an establishment and not what it does. */
const OF_STATUS =
  /^(etablissement|etablissements|sante|prive|privee|prives|but|non|lucratif|lucrative|interet|collectif|espic|a|d|de|du|la|le|l|en|et)$/;

/**
 * The juridique for public establishments and for dialysis centres, the géographique for the other private ones.
 * That an establishment is private is not enough: it may be a dialysis centre, so its category has to tell what it does.
 */
function dueNature(categorie: string | undefined, nom: string | undefined): NatureFiness | undefined {
  const words = plainWords(categorie);
  if (words.some((word) => word.includes('dialyse'))) return 'juridique';
  const isPublic = words.includes('public') || words.includes('publique');
  const isPrivate = words.some((word) => /^(privee?s?|espic)$/.test(word));
  if (isPublic === isPrivate) return undefined;
  if (isPublic) return 'juridique';
  const tellsActivity = words.some((word) => !OF_STATUS.test(word));
  const mayDialyse = plainWords(nom).some((word) => /dialyse|rein|renal|nephro/.test(word));
  return tellsActivity && !mayDialyse ? 'geographique' : undefined;
}

function plainWords(text = ''): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
}
