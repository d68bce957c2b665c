import type { Confiance, Sens } from './mapping';

/**
 * What the words of a header mean, the first that fits. The columns of the official file are not known: these are
 * the words of the texts, and those of the FINESS extracts (`nofinesset`, `rs`, `libcategetab`). Patterns read plain
 * words: no accents, no capitals, one space.
 */
export const HEADER_WORDS: readonly (Sens & { readonly words: RegExp; readonly confiance: Confiance })[] = [
  {
    role: 'nature',
    confiance: 'sure',
    words: /^(nature|type) (du |de |d )?(numero )?finess$|^juridique ou geographique$/,
  },
  {
    role: 'nature',
    confiance: 'probable',
    words: /^nature( .*)?$|^type (d entite|de numero|ej et|et ej)$|^ej ou et$/,
  },
  {
    role: 'finess',
    nature: 'juridique',
    confiance: 'probable',
    words: /\bfiness\b.*\b(ej|jur|juridiques?)\b|\b(ej|juridiques?) finess\b|^(no|num|nu)?finess ?ej$/,
  },
  {
    role: 'finess',
    nature: 'geographique',
    confiance: 'probable',
    words:
      /\bfiness\b.*\b(et|geo|geographiques?)\b|\b(et|geo|geographiques?) finess\b|^(no|num|nu)?finess ?et$/,
  },
  {
    role: 'finess',
    confiance: 'sure',
    words: /^((numero|n|no|num|code|id|identifiant) )?(de |du )?finess( pmsi)?$/,
  },
  { role: 'finess', confiance: 'probable', words: /\bfiness\b/ },
  { role: 'siren', confiance: 'sure', words: /\bsiren\b/ },
  {
    role: 'categorie',
    confiance: 'sure',
    words: /^(libelle |code |lib)?categ(orie)?s?\b|^(lib)?categetab$|^libcateg\w*$/,
  },
  { role: 'activite-combinee', confiance: 'sure', words: /\bactivites? combinees?\b/ },
  { role: 'activite-combinee', confiance: 'faible', words: /^ac( 20\d\d)?$/ },
  { role: 'sons', confiance: 'sure', words: /^(sons|dispositif)( sons)?$/ },
  { role: 'prestation', confiance: 'sure', words: /^(type (de )?)?prestation$|^vague$/ },
  { role: 'raison-sociale', confiance: 'sure', words: /^raison sociale\b|^rs( longue)?$|^rslongue$/ },
  {
    role: 'raison-sociale',
    confiance: 'probable',
    words:
      /^(nom|denomination|libelle)( (de )?(l |la |du )?(etablissement|structure|entite|beneficiaire|es)\b.*)?$|^etablissement$/,
  },
];

/** A header with one of these words is of amounts… */
export const AMOUNT_WORDS =
  /\b(montants?|plafonds?|forfaits?|baremes?|prix|max|maximum|maximal|ht|ttc|euros?|eur)\b/;
/** …unless one of these tells that they are not ceilings. */
export const NO_CEILING_WORDS = /\b(taux|tva|avances?|soldes?|date|nombre|nb)\b/;

/** The programme that a word names, without its wave. */
export const SONS_WORDS: readonly (readonly [words: RegExp, sons: string])[] = [
  [/\bdpi\b/, 'HOP-DPI'],
  [/\bpfi\b/, 'HOP-PFI'],
  [/\bris\b/, 'IMG-RIS'],
  [/\b(db|drimbox)\b/, 'IMG-DB'],
  [/\blgc\b/, 'MDV-LGC'],
  [/\bsgl\b/, 'BIO-SGL'],
];

export const BOTH_WAVES = /\b(v|va|vagues? ?)1\b.*\b(v|va|vague ?)?2\b/;
export const SECOND_WAVE = /\b(v|va|vague ?)2\b/;
export const FIRST_WAVE = /\b(v|va|vague ?)1\b/;
