import { chiffreCalcule, type Chiffre } from '../../dossier/chiffre';
import { valeursDerriere, type Montants } from '../../dossier/montants';
import { sourceTexts, whyNoAvance, whyNoPlafond } from '../../dossier/montants-words';
import type { Voice } from '../voice';
import { csvText, type Cell } from './csv';
import type { PricedDemande, PricedFile } from './price-report';

const COLUMNS = [
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

/** For a spreadsheet: a line of names, then one request a line. An amount that is not known is told so, never 0. */
export function pricesAsCsv(files: readonly PricedFile[], voice: Voice): string {
  const rows = files.flatMap(({ file, demandes }) => demandes.map((one) => cells(file.path, one, voice)));
  return csvText([COLUMNS, ...rows]);
}

function cells(path: string, { rang, isKo, montants }: PricedDemande, voice: Voice): readonly Cell[] {
  const { beneficiaire, plafond, parts, ht, taux, ttc, avance, solde, ecart } = montants;
  const unknown = voice.say('montants.inconnu');
  const amount = (chiffre: Chiffre | undefined): Cell => chiffre?.cents ?? unknown;
  const ceiling = plafond.type === 'montant' ? plafond : undefined;
  const values = valeursDerriere(montants);
  return [
    path,
    rang + 1,
    montants.reference ?? '',
    montants.sons ?? unknown,
    montants.prestation ?? unknown,
    beneficiaire.nom ?? unknown,
    numberText(montants),
    amount(ceiling?.ht),
    amount(ceiling?.ttc),
    amount(ht),
    taux ?? unknown,
    amount(ttc),
    parts?.avance.value ?? unknown,
    amount(avance),
    parts?.solde.value ?? unknown,
    amount(solde),
    amount(ecart),
    voice.say(isKo ? 'plan.ko' : 'plan.ok'),
    values.length === 0 ? unknown : chiffreCalcule(0n, values).status,
    sourceTexts(values, voice.langue).join(', '),
    [whyNoPlafond(plafond), whyNoAvance(montants)]
      .flatMap((why) => (why ? [voice.message(why)] : []))
      .join(' '),
  ];
}

/** With its kind in front, or a spreadsheet would take the leading zero of a FINESS away. */
function numberText({ beneficiaire: { sorte, numero } }: Montants): string {
  return numero === undefined ? '' : [sorte, numero].filter(Boolean).join(' ');
}
