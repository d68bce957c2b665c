import { translate, type Langue } from '../../messages/catalogue';

/** The fixed words of the panel. */
export type CandidatureWords = Readonly<Record<Word, string>>;

type Word = (typeof WORDS)[number];

const WORDS = [
  'aFaire',
  'avertissement',
  'detail',
  'element',
  'etat',
  'progression',
  'quoi',
  'rienAFaire',
  'titre',
  'quand',
] as const;

export function candidatureWords(langue: Langue): CandidatureWords {
  return Object.fromEntries(
    WORDS.map((word) => [word, translate(langue, `suivi.mot.${word}`)]),
  ) as CandidatureWords;
}
