import type { Role } from '../roles';
import type { Kind } from './observe';
import type { ValueForm } from './value-forms';

/**
 * What tells a role. Words are plain (no accent, small letters, plural or not); each group of words wants one of
 * its own, `name` in the tag's name, `context` there or in the names around.
 */
export interface Clue {
  readonly role: Role;
  readonly kinds: readonly Kind[];
  readonly name: readonly (readonly string[])[];
  readonly context?: readonly (readonly string[])[];
  /** Words that speak of something else, in the tag's name. */
  readonly not?: readonly string[];
  /** The same, in the names around. */
  readonly notAround?: readonly string[];
  readonly form?: ValueForm;
  /** Without values of this form, nothing is told. */
  readonly formDue?: true;
}

const TEXT: readonly Kind[] = ['string', 'number'];
const FLAG: readonly Kind[] = ['boolean'];
const BLOCK: readonly Kind[] = ['object'];
const LIST: readonly Kind[] = ['list'];

const NUMBER_WORDS = ['numero', 'num', 'no', 'nr', 'reference', 'ref', 'identifiant', 'id'];
const NAME_WORDS = ['nom', 'libelle', 'designation', 'denomination', 'intitule'];
const TYPE_WORDS = ['type', 'nature', 'categorie', 'genre'];
const ORDER_WORDS = ['commande', 'bdc', 'bc'];
const DOCTOR_WORDS = ['medecin', 'praticien', 'liberal', 'docteur'];
const PLACE_WORDS = ['structure', 'etablissement', 'msp', 'maison', 'centre', 'cabinet'];
const SOFTWARE_WORDS = ['solution', 'logiciel', 'produit', 'progiciel'];
const FILE_WORDS = ['piece', 'justificatif', 'document', 'annexe'];
const AID_WORDS = ['aide', 'minimis', 'subvention'];
const INVOICE_WORDS = ['facture'];
const ABILITY_WORDS = ['aptitude', 'va'];
const SUPPLIER_WORDS = ['fournisseur', 'editeur', 'distributeur', 'deposant'];
const OTHER_MONEY = [
  ...INVOICE_WORDS,
  'plafond',
  'remise',
  'avance',
  'solde',
  'acompte',
  'aide',
  'minimis',
  'unitaire',
];

/** From the most telling of a role to the least. */
export const CLUES: readonly Clue[] = [
  {
    role: 'type-demande',
    kinds: TEXT,
    name: [TYPE_WORDS, ['demande', 'depot', 'etape', 'phase']],
    form: 'etape',
  },
  { role: 'type-demande', kinds: TEXT, name: [['etape', 'phase', 'objet']], form: 'etape', formDue: true },
  { role: 'sons', kinds: TEXT, name: [['sons', 'dispositif', 'couloir']], form: 'sons' },

  { role: 'fournisseur', kinds: BLOCK, name: [SUPPLIER_WORDS] },
  {
    role: 'raison-sociale',
    kinds: TEXT,
    name: [['raison'], ['sociale']],
    notAround: ['client', 'beneficiaire', ...PLACE_WORDS],
  },
  { role: 'raison-sociale', kinds: TEXT, name: [NAME_WORDS], context: [SUPPLIER_WORDS], not: SOFTWARE_WORDS },
  { role: 'assujetti-tva', kinds: FLAG, name: [['assujetti', 'assujettissement', 'redevable', 'soumis']] },

  { role: 'demandes', kinds: LIST, name: [['demande']] },
  {
    role: 'reference-demande',
    kinds: TEXT,
    name: [NUMBER_WORDS, ['demande', 'dossier']],
    not: ['avance', 'referencement', ...ORDER_WORDS],
  },
  {
    role: 'reference-demande',
    kinds: TEXT,
    name: [['reference', 'ref']],
    context: [['demande', 'dossier']],
    not: ['avance', 'referencement', ...ORDER_WORDS],
    notAround: [...ORDER_WORDS, ...SOFTWARE_WORDS, ...FILE_WORDS],
  },
  { role: 'type-prestation', kinds: TEXT, name: [TYPE_WORDS, ['prestation', 'vague']] },

  { role: 'solution-logicielle', kinds: BLOCK, name: [SOFTWARE_WORDS] },
  { role: 'nom-solution', kinds: TEXT, name: [NAME_WORDS], context: [SOFTWARE_WORDS] },
  {
    role: 'version-logiciel',
    kinds: TEXT,
    name: [['version']],
    not: ['modele', 'schema', 'format', 'fichier'],
  },
  { role: 'numero-referencement', kinds: TEXT, name: [['referencement']], not: ['date'] },

  { role: 'beneficiaires', kinds: BLOCK, name: [['beneficiaire']] },
  { role: 'commande-pour', kinds: TEXT, name: [['commande'], ['pour']], form: 'beneficiaire' },
  {
    role: 'commande-pour',
    kinds: TEXT,
    name: [
      [...TYPE_WORDS, 'qualite'],
      ['beneficiaire', 'commanditaire'],
    ],
    form: 'beneficiaire',
    formDue: true,
  },
  { role: 'liberal', kinds: BLOCK, name: [DOCTOR_WORDS], not: ['salarie'] },
  { role: 'structure', kinds: BLOCK, name: [['structure', 'msp', 'maison', 'centre']] },
  { role: 'clients-finaux', kinds: LIST, name: [['client']] },
  { role: 'etablissements', kinds: LIST, name: [['etablissement']] },
  { role: 'medecins-liberaux', kinds: LIST, name: [DOCTOR_WORDS] },

  { role: 'nom-medecin', kinds: TEXT, name: [NAME_WORDS], context: [DOCTOR_WORDS], not: ['prenom'] },
  {
    role: 'nom-representant',
    kinds: TEXT,
    name: [NAME_WORDS],
    context: [['representant']],
    not: ['prenom'],
  },
  {
    role: 'nom-structure',
    kinds: TEXT,
    name: [[...NAME_WORDS, 'raison']],
    context: [PLACE_WORDS],
    not: ['prenom'],
  },
  { role: 'type-structure', kinds: TEXT, name: [TYPE_WORDS], context: [['structure']], not: ['activite'] },
  { role: 'type-activite', kinds: TEXT, name: [['activite']] },
  {
    role: 'nombre-professionnels',
    kinds: ['number'],
    name: [
      ['nombre', 'nb', 'effectif'],
      ['professionnel', 'medecin', 'praticien', 'ps'],
    ],
    form: 'entier',
  },

  { role: 'finess-geos', kinds: LIST, name: [['finess'], ['geo', 'geographique', 'site']] },
  { role: 'finess-pmsi', kinds: TEXT, name: [['finess'], ['pmsi', 'juridique']], form: 'finess' },
  { role: 'finess-geo', kinds: TEXT, name: [['finess'], ['geo', 'geographique', 'site']], form: 'finess' },
  // Which FINESS it is, nothing tells: both come out even, and neither is kept.
  {
    role: 'finess-pmsi',
    kinds: TEXT,
    name: [['finess']],
    not: ['geo', 'geographique', 'site'],
    form: 'finess',
  },
  { role: 'finess-geo', kinds: TEXT, name: [['finess']], not: ['pmsi', 'juridique'], form: 'finess' },
  { role: 'siren', kinds: TEXT, name: [['siren']], form: 'siren' },
  { role: 'siret', kinds: TEXT, name: [['siret']], form: 'siret' },
  { role: 'rpps', kinds: TEXT, name: [['rpps']], form: 'rpps' },
  { role: 'telephone', kinds: TEXT, name: [['telephone', 'tel', 'mobile', 'portable']], form: 'telephone' },
  { role: 'email', kinds: TEXT, name: [['email', 'mail', 'courriel', 'mel']], form: 'email' },
  { role: 'email', kinds: TEXT, name: [['adresse'], ['electronique']], form: 'email' },
  { role: 'code-postal', kinds: TEXT, name: [['postal', 'cp']], form: 'code-postal' },

  { role: 'aides-percues', kinds: FLAG, name: [AID_WORDS] },
  { role: 'aides-de-minimis', kinds: LIST, name: [AID_WORDS] },
  {
    role: 'date-attribution',
    kinds: TEXT,
    name: [['date', 'jour']],
    context: [[...AID_WORDS, 'attribution', 'octroi']],
    form: 'date',
  },
  {
    role: 'montant-aide',
    kinds: TEXT,
    name: [['montant', 'mt', 'somme']],
    context: [AID_WORDS],
    form: 'montant',
  },

  { role: 'bon-de-commande', kinds: BLOCK, name: [ORDER_WORDS] },
  {
    role: 'numero-bon-de-commande',
    kinds: TEXT,
    name: [NUMBER_WORDS],
    context: [ORDER_WORDS],
    not: ['demande', 'dossier', 'referencement', 'rpps', 'finess', 'siren', 'siret'],
  },
  {
    role: 'date-signature',
    kinds: TEXT,
    name: [
      ['date', 'jour'],
      ['signature', 'signe', 'signee'],
    ],
    form: 'date',
  },
  {
    role: 'date-signature',
    kinds: TEXT,
    name: [['signature', 'signe', 'signee']],
    not: ['electronique', 'fin', 'limite'],
    form: 'date',
    formDue: true,
  },
  {
    role: 'signature-electronique',
    kinds: FLAG,
    name: [
      ['signature', 'signe', 'signee'],
      ['electronique', 'numerique'],
    ],
  },

  {
    role: 'prestation',
    kinds: BLOCK,
    name: [['prestation', 'montant', 'prix', 'financement', 'facturation']],
  },
  {
    role: 'montant-ht',
    kinds: TEXT,
    name: [['ht']],
    not: ['taux', ...OTHER_MONEY],
    form: 'montant',
    notAround: INVOICE_WORDS,
  },
  {
    role: 'montant-ht',
    kinds: TEXT,
    name: [['hors'], ['taxe']],
    not: ['taux', ...OTHER_MONEY],
    form: 'montant',
    notAround: INVOICE_WORDS,
  },
  {
    role: 'taux-tva',
    kinds: TEXT,
    name: [
      ['taux', 'tx'],
      ['tva', 'taxe'],
    ],
    form: 'taux',
    notAround: INVOICE_WORDS,
  },
  {
    role: 'taux-tva',
    kinds: TEXT,
    name: [['taux']],
    context: [['tva', 'taxe']],
    form: 'taux',
    notAround: INVOICE_WORDS,
  },
  {
    role: 'montant-ttc',
    kinds: TEXT,
    name: [['ttc']],
    not: OTHER_MONEY,
    form: 'montant',
    notAround: INVOICE_WORDS,
  },
  {
    role: 'montant-ttc',
    kinds: TEXT,
    name: [['toutes'], ['taxe']],
    not: OTHER_MONEY,
    form: 'montant',
    notAround: INVOICE_WORDS,
  },

  { role: 'facture', kinds: BLOCK, name: [INVOICE_WORDS] },
  { role: 'numero-facture', kinds: TEXT, name: [NUMBER_WORDS], context: [INVOICE_WORDS] },
  { role: 'date-facture', kinds: TEXT, name: [['date', 'jour']], context: [INVOICE_WORDS], form: 'date' },
  {
    role: 'facture-ht',
    kinds: TEXT,
    name: [['ht']],
    context: [INVOICE_WORDS],
    not: ['taux'],
    form: 'montant',
  },
  {
    role: 'facture-taux-tva',
    kinds: TEXT,
    name: [
      ['taux', 'tx'],
      ['tva', 'taxe'],
    ],
    context: [INVOICE_WORDS],
    form: 'taux',
  },
  { role: 'facture-ttc', kinds: TEXT, name: [['ttc']], context: [INVOICE_WORDS], form: 'montant' },
  { role: 'verification-aptitude', kinds: BLOCK, name: [['verification', 'aptitude']] },
  {
    role: 'date-verification-aptitude',
    kinds: TEXT,
    name: [['date', 'jour']],
    context: [ABILITY_WORDS],
    form: 'date',
  },
  {
    role: 'nom-signataire',
    kinds: TEXT,
    name: [[...NAME_WORDS, 'signataire']],
    context: [['signataire']],
    not: ['prenom'],
  },
  {
    role: 'avance-percue',
    kinds: TEXT,
    name: [['avance'], ['percue', 'recue', 'montant', 'versee']],
    form: 'montant',
  },
  { role: 'montant-solde', kinds: TEXT, name: [['solde'], ['montant', 'mt']], form: 'montant' },

  { role: 'pieces-justificatives', kinds: LIST, name: [[...FILE_WORDS, 'fichier']] },
  { role: 'type-piece', kinds: TEXT, name: [TYPE_WORDS], context: [FILE_WORDS] },
  { role: 'nom-fichier', kinds: TEXT, name: [['fichier', 'filename']], not: TYPE_WORDS, form: 'fichier' },
  { role: 'nom-fichier', kinds: TEXT, name: [NAME_WORDS], context: [FILE_WORDS], form: 'fichier' },
];

/** Forms that tell a role by themselves, whatever the name. Nine digits are a SIREN or a FINESS: they tell none. */
export const TELLING_FORMS: readonly (readonly [ValueForm, Role])[] = [
  ['sons', 'sons'],
  ['rpps', 'rpps'],
  ['email', 'email'],
];

/** What the items of a list are. */
export const ITEM_ROLES: Readonly<Partial<Record<Role, Role>>> = {
  demandes: 'demande',
  'clients-finaux': 'client-final',
  etablissements: 'etablissement',
  'medecins-liberaux': 'medecin-liberal',
  'finess-geos': 'finess-geo',
  'aides-de-minimis': 'aide-de-minimis',
  'pieces-justificatives': 'piece-justificative',
};

/** What a request tells once, however it is nested; what is in a list of the request is apart. */
export const ONCE_A_REQUEST: readonly Role[] = [
  'reference-demande',
  'type-prestation',
  'commande-pour',
  'numero-bon-de-commande',
  'date-signature',
  'signature-electronique',
  'montant-ht',
  'taux-tva',
  'montant-ttc',
  'numero-facture',
  'date-facture',
  'facture-ht',
  'facture-taux-tva',
  'facture-ttc',
  'avance-percue',
  'montant-solde',
];

/** What shows that an object is a request: it says two of these things, or more. */
export const SIGNS_OF_A_REQUEST: readonly (readonly Role[])[] = [
  ['reference-demande', 'type-prestation'],
  ['montant-ht', 'montant-ttc', 'taux-tva'],
  ['date-signature', 'numero-bon-de-commande', 'bon-de-commande'],
  ['rpps', 'finess-pmsi', 'finess-geo', 'siren', 'nom-medecin', 'nom-structure', 'liberal', 'structure'],
];
