import { translate, type Langue } from '../../messages/catalogue';

/** The fixed words of the panel. */
export type MontantsWords = Readonly<Record<Word, string>>;

type Word = (typeof WORDS)[number];

const WORDS = [
  'aideTable',
  'avance',
  'beneficiaire',
  'compte',
  'copier',
  'demande',
  'demandePart',
  'demandes',
  'depassent',
  'ecart',
  'etat',
  'exporter',
  'filtrer',
  'ht',
  'lecture',
  'notes',
  'plafond',
  'prestation',
  'rienAMontrer',
  'seulementKo',
  'seulementOk',
  'solde',
  'sons',
  'tableDemandes',
  'tableTotaux',
  'titre',
  'toutes',
  'ttc',
  'voir',
] as const;

export function montantsWords(langue: Langue): MontantsWords {
  return Object.fromEntries(
    WORDS.map((word) => [word, translate(langue, `montants.mot.${word}`)]),
  ) as MontantsWords;
}
