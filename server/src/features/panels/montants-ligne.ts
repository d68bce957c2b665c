import type { BeneficiaireLabel } from '../../dossier/beneficiaire';
import { sourcesOf, type Chiffre } from '../../dossier/chiffre';
import type { PricedDemande } from '../../dossier/montants-table';
import {
  fusionText,
  lieuText,
  montantText,
  numeroText,
  whyNoAvance,
  whyNoPlafond,
} from '../../dossier/montants-words';
import type { PlafondConnu } from '../../dossier/plafond';
import { translate, type Langue, type Message } from '../../messages/catalogue';
import { amountText, rateText } from '../../messages/quantity';
import { harmless } from '../../messages/harmless';
import type { Rate } from '../../regulation/amounts';
import type { Notes } from './montants-notes';
import { shareOf, type Share } from './montants-part';

/** One request, as a row of a table. */
export interface Ligne {
  /** From 0: what the row is called when the page speaks of it. */
  readonly rang: number;
  /** Its reference, or its rank in words. */
  readonly demande: string;
  readonly beneficiaire: string;
  /** With its kind in front; empty where the request gives none. */
  readonly numero: string;
  readonly prestation: string;
  readonly plafond: Montant;
  /** "430,00 € TTC"; empty where the ceiling is unknown. */
  readonly plafondTtc: string;
  readonly ht: Montant;
  /** "TVA 20 %". */
  readonly tva: string;
  readonly ttc: Montant;
  readonly avance: Montant;
  readonly solde: Montant;
  readonly ecart: Montant;
  /** True when the order exceeds its ceiling. */
  readonly depasse: boolean;
  /** Null where one of the two is unknown. */
  readonly part: Share | null;
  readonly etat: 'ok' | 'ko';
  readonly etatTexte: string;
}

/** An amount, or that it is unknown. */
export interface Montant {
  readonly texte: string;
  /** Where it comes from, what it means, or which note says why it is unknown; may be empty. */
  readonly detail: string;
  /** Cents, to sort by; null for an unknown amount. */
  readonly tri: number | null;
}

export function ligneOf(demande: PricedDemande, notes: Notes, langue: Langue): Ligne {
  const { rang, isKo, montants } = demande;
  const { reference, beneficiaire, prestation, plafond, ht, taux, ttc, ecart } = montants;
  const unknown = translate(langue, 'montants.inconnu');
  const ceiling = plafond.type === 'montant' ? plafond : undefined;
  const origin = ceiling ? originOf(ceiling, notes, langue) : notes.at(whyNoPlafond(plafond));
  const notPaid = notes.at(whyNoAvance(montants));
  const [noHt, noTtc] = [ht, ttc].map((chiffre) => notes.at(chiffre ? undefined : ILLEGIBLE));
  const amount = (chiffre: Chiffre | undefined, detail = ''): Montant => ({
    texte: montantText(chiffre, langue),
    detail,
    tri: chiffre ? Number(chiffre.cents) : null,
  });
  return {
    rang,
    demande: harmless(reference ?? translate(langue, 'plan.sans-reference', { rang: rang + 1 })),
    ...namesOf(beneficiaire, unknown),
    prestation: harmless(prestation ?? unknown),
    plafond: amount(ceiling?.ht, origin),
    plafondTtc: ceiling ? `${amountText(ceiling.ttc.cents, langue)} TTC` : '',
    ht: amount(ht, noHt),
    tva: vatText(taux, langue),
    ttc: amount(ttc, noTtc),
    avance: amount(montants.avance, notPaid),
    solde: amount(montants.solde, notPaid),
    ecart: ecart ? gapOf(ecart, langue) : amount(undefined, ceiling ? noHt : origin),
    part: shareOf(ht?.cents, ceiling?.ht.cents, langue),
    depasse: isBelowZero(ecart),
    etat: isKo ? 'ko' : 'ok',
    etatTexte: translate(langue, isKo ? 'plan.ko' : 'plan.ok'),
  };
}

function namesOf(label: BeneficiaireLabel, unknown: string): Pick<Ligne, 'beneficiaire' | 'numero'> {
  return { beneficiaire: harmless(label.nom ?? unknown), numero: harmless(numeroText(label) ?? '') };
}

function vatText(taux: Rate | undefined, langue: Langue): string {
  if (taux === undefined) return translate(langue, 'montants.tva-inconnue');
  return translate(langue, 'montants.tva', { taux: rateText(taux, langue) });
}

const ILLEGIBLE: Message = { key: 'montants.commande-illisible', params: {} };

/** What the ceiling leaves, with its sign; beyond the ceiling it is told in words as well. */
function gapOf(ecart: Chiffre, langue: Langue): Montant {
  const euros = amountText(ecart.cents, langue);
  return {
    // A true minus: it is as wide as a plus, and no line ends behind it.
    texte: ecart.cents > 0n ? `+${euros}` : euros.replace('-', '\u2212'),
    detail: isBelowZero(ecart) ? translate(langue, 'montants.au-dela') : '',
    tri: Number(ecart.cents),
  };
}

function isBelowZero(chiffre: Chiffre | undefined): boolean {
  return chiffre !== undefined && chiffre.cents < 0n;
}

/** "barème S1, votre valeur, à confirmer", "ligne 12 de base.xlsx". */
function originOf(plafond: PlafondConnu, notes: Notes, langue: Langue): string {
  const { ht, ttc, held, lignes } = plafond;
  const merged = fusionText(plafond, langue);
  const rows = lignes.map(({ lieu }) => lieuText(lieu, langue));
  const sources = sourcesOf(held ? [held] : ht.sur).join(', ');
  const isSure = ht.status === 'confirmé' && ttc.status === 'confirmé';
  return harmless(
    [
      ...(rows.length > 0 ? rows : [translate(langue, 'montants.origine', { sources })]),
      ...(rows.length === 0 && held?.origine === 'utilisateur'
        ? [translate(langue, 'regulation.texte.la-votre')]
        : []),
      ...(isSure ? [] : [translate(langue, 'montants.a-confirmer')]),
      ...(merged ? [translate(langue, 'montants.note', { numero: notes.tell(merged) })] : []),
    ].join(', '),
  );
}
