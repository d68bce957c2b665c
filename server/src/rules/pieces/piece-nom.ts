import type { Part } from '../../dossier/part';
import type { RuleFix } from '../rule';
import { partRule } from '../rule';
import { textsOf, type WrittenText } from '../texts-of';
import { rename } from './rename';
import { isLegal, LONGEST_NAME } from './legal-name';

/** Characters looked at one by one: a name that goes on has enough wrong with it. */
const FAR_TOO_LONG = 1000;

interface BadName extends WrittenText {
  readonly slip: 'longueur' | 'accents' | 'speciaux';
  /** What is at fault: the number of characters, or the characters. */
  readonly detail: string;
}

/** P01: the name of an attachment has at most 50 characters, no accent and no special character. */
export const pieceNom = partRule<BadName>({
  code: 'piece-nom',
  famille: 'pieces',
  severity: 'error',
  inventaire: ['P01', 'C16'],
  sources: ['S0'],
  detect: (part) => textsOf(part, 'nom-fichier').flatMap(slipsOf),
  where: ({ node }) => node,
  wording: ({ text, slip, detail }) => ({
    suffix: slip,
    params: { nom: text, detail, maximum: LONGEST_NAME },
  }),
  fix: (bad: BadName, part: Part): RuleFix[] => rename(bad, part),
});

function slipsOf(written: WrittenText): BadName[] {
  if (isLegal(written.text)) return [];
  const characters = [...written.text.slice(0, FAR_TOO_LONG).normalize('NFC')];
  const length = written.text.length > FAR_TOO_LONG ? written.text.length : characters.length;
  const accents = characters.filter((character) => /[\u0300-\u036f]/.test(character.normalize('NFD')));
  const special = characters.filter(
    (character) => !accents.includes(character) && !/[A-Za-z0-9._\-\s]/.test(character),
  );
  const slips: BadName[] = [];
  if (length > LONGEST_NAME) slips.push({ ...written, slip: 'longueur', detail: String(length) });
  if (accents.length > 0) slips.push({ ...written, slip: 'accents', detail: listed(accents) });
  if (special.length > 0) slips.push({ ...written, slip: 'speciaux', detail: listed(special) });
  return slips;
}

/** Each character once. */
function listed(characters: readonly string[]): string {
  return [...new Set(characters)].join(' ');
}
