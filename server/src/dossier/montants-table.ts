import { say, translate, type Langue } from '../messages/catalogue';
import type { Held } from '../regulation/sourced';
import type { Cell, Row } from '../regulation/spreadsheet';
import { chiffreCalcule, type Chiffre } from './chiffre';
import { valeursDerriere, type Montants } from './montants';
import { numeroText, sourceTexts, whyNoAvance, whyNoPlafond } from './montants-words';

/** One request of a file and its money. */
export interface PricedDemande {
  /** From 0. */
  readonly rang: number;
  /** The portal would refuse it. */
  readonly isKo: boolean;
  readonly montants: Montants;
}

const COLUMNS: Row = [
  'fichier',
  'rang',
  'demande',
  'sons',
  'prestation',
  'beneficiaire',
  'numero',
  'plafond_ht',
  'plafond_ttc',
  'montant_ht',
  'taux_tva',
  'montant_ttc',
  'part_avance',
  'avance',
  'part_solde',
  'solde',
  'ecart_ht',
  'etat',
  'statut',
  'sources',
  'remarque',
];

/** What a spreadsheet is given of requests, each with its file's name: the columns' names, then one request a row. */
export function montantsTable(
  files: readonly { readonly name: string; readonly demandes: readonly PricedDemande[] }[],
  langue: Langue,
): readonly Row[] {
  return [COLUMNS, ...files.flatMap(({ name, demandes }) => demandes.map((one) => rowOf(name, one, langue)))];
}

/** An amount that is not known is told so, never 0. */
function rowOf(name: string, { rang, isKo, montants }: PricedDemande, langue: Langue): Row {
  const { beneficiaire, plafond, parts, ht, taux, ttc, avance, solde, ecart } = montants;
  const unknown = translate(langue, 'montants.inconnu');
  const amount = (chiffre: Chiffre | undefined): Cell => chiffre?.cents ?? unknown;
  const share = (part: Held<number> | undefined): Cell => part?.value ?? unknown;
  const ceiling = plafond.type === 'montant' ? plafond : undefined;
  const values = valeursDerriere(montants);
  return [
    name,
    rang + 1,
    montants.reference ?? '',
    montants.sons ?? unknown,
    montants.prestation ?? unknown,
    beneficiaire.nom ?? unknown,
    // With its kind in front, or a spreadsheet would take the leading zero of a FINESS away.
    numeroText(beneficiaire) ?? '',
    amount(ceiling?.ht),
    amount(ceiling?.ttc),
    amount(ht),
    taux ?? unknown,
    amount(ttc),
    share(parts?.avance),
    amount(avance),
    share(parts?.solde),
    amount(solde),
    amount(ecart),
    translate(langue, isKo ? 'plan.ko' : 'plan.ok'),
    values.length === 0 ? unknown : chiffreCalcule(0n, values).status,
    sourceTexts(values, langue).join(', '),
    [whyNoPlafond(plafond), whyNoAvance(montants)]
      .flatMap((why) => (why ? [say(langue, why)] : []))
      .join(' '),
  ];
}
