import { translate, type Langue } from '../../messages/catalogue';

/** The fixed words of the panel. */
export type PanelWords = Readonly<Record<Word | 'sonsDuFichier', string>>;

type Word = (typeof WORDS)[number];

const WORDS = [
  'titre',
  'aujourdhui',
  'choix',
  'tous',
  'exporter',
  'etape',
  'date',
  'etat',
  'source',
  'prochaineMarque',
  'duFichier',
  'frise',
  'signes',
  'toutesLesDates',
  'avertissement',
  'commandes',
  'legendeCommandes',
  'constat',
  'nombre',
  'datesSignature',
  'demandes',
] as const;

/** `own` is the SONS of the file at hand. */
export function panelWords(langue: Langue, own: string | undefined): PanelWords {
  const words = Object.fromEntries(
    WORDS.map((word) => [word, translate(langue, `echeances.mot.${word}`)]),
  ) as Record<Word, string>;
  return { ...words, sonsDuFichier: translate(langue, 'echeances.sons-du-fichier', { sons: own ?? '' }) };
}
