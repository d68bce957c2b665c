import { amountAt } from '../../dossier/montants';
import { referenceOf } from '../../dossier/beneficiaire';
import { comparerPerimetres, type Cas } from '../../dossier/comparaison';
import type { Demande, Dossier } from '../../dossier/dossier';
import { compareFacture } from '../../dossier/facture';
import { fileNameOf } from '../../dossier/file-name';
import { montantText } from '../../dossier/montants-words';
import { pairesOf, type Paire } from '../../dossier/paires';
import { perimetreOf } from '../../dossier/perimetre';
import type { Role } from '../../formats/roles';
import { translate, type Langue } from '../../messages/catalogue';
import { amountText } from '../../messages/quantity';
import { harmless } from '../../messages/harmless';
import type { Span } from '../../syntax/nodes';
import type { CheckedDocument } from '../document';

/** Far above any real file: nobody reads more rows. */
const MOST = 1000;
const WORDS = [
  'titre',
  'table',
  'demande',
  'cas',
  'benefAvance',
  'benefSolde',
  'commande',
  'facture',
  'percue',
  'solde',
  'voirAvance',
  'voirSolde',
  'source',
] as const;

/** What became of a request: a case of the annex, or that only one of the two files has it. */
type Sort = Cas | 'sans-avance' | 'sans-solde';

export interface MontantCompare {
  readonly texte: string;
  /** HT, or the gap; may be empty. */
  readonly detail: string;
}

/** One request, from both sides. */
export interface LigneComparee {
  readonly demande: string;
  readonly sort: Sort;
  readonly sortTexte: string;
  /** What the texts say of it, and what to do. */
  readonly explication: string;
  readonly benefAvance: readonly Beneficiaire[];
  readonly benefSolde: readonly Beneficiaire[];
  readonly commande: MontantCompare;
  readonly facture: MontantCompare;
  readonly percue: MontantCompare;
  readonly solde: MontantCompare;
  /** Whether each side can be shown. */
  readonly aAvance: boolean;
  readonly aSolde: boolean;
}

interface Beneficiaire {
  readonly numero: string;
  /** "retiré", "ajouté", or empty. */
  readonly marque: string;
}

/** All that the panel shows, in the user's language. */
export interface ComparaisonModel {
  readonly langue: Langue;
  readonly mots: Readonly<Record<(typeof WORDS)[number], string>>;
  readonly fichiers: string;
  /** How many requests of each kind; or why there is nothing to show. */
  readonly resume: string;
  readonly lignes: readonly LigneComparee[];
}

/** A side of a row in its text, null where it has none. */
export interface PlaceComparee {
  readonly avance: Span | null;
  readonly solde: Span | null;
}

/** The panel's data, the versions that it was read from, and where each row stands. */
export interface ComparaisonView {
  readonly modele: ComparaisonModel;
  readonly places: readonly PlaceComparee[];
  readonly versions: { readonly avance: number; readonly solde: number } | null;
}

/** Holds the requests of an avance against those of a solde; either may be missing or no such file. */
export function comparaisonView(
  avance: CheckedDocument | undefined,
  solde: CheckedDocument | undefined,
  langue: Langue,
): ComparaisonView {
  const [before, after] = [dossierOf(avance, 'avance'), dossierOf(solde, 'solde')];
  const mots = Object.fromEntries(
    WORDS.map((word) => [word, translate(langue, `comparaison.mot.${word}`)]),
  ) as ComparaisonModel['mots'];
  if (!avance || !solde || !before || !after) {
    const resume = translate(langue, 'comparaison.rien');
    return { modele: { langue, mots, fichiers: '', resume, lignes: [] }, places: [], versions: null };
  }
  const paires = pairesOf(before, after);
  const lignes = paires.slice(0, MOST).map((paire) => ligneOf(paire, langue));
  const fichiers = [avance, solde].map(({ document }) => harmless(fileNameOf(document.uri))).join(' → ');
  return {
    modele: { langue, mots, fichiers, resume: resumeOf(lignes, langue), lignes },
    places: paires.slice(0, MOST).map((paire) => ({
      avance: spanOf(paire.avance),
      solde: spanOf(paire.solde),
    })),
    versions: { avance: avance.document.version, solde: solde.document.version },
  };
}

function dossierOf(checked: CheckedDocument | undefined, etape: string): Dossier | undefined {
  const dossier = checked?.analysis.dossier;
  return dossier?.format.etape === etape ? dossier : undefined;
}

function spanOf(demande: Demande | undefined): Span | null {
  return demande ? { start: demande.start, end: demande.end } : null;
}

function resumeOf(lignes: readonly LigneComparee[], langue: Langue): string {
  const counts = new Map<string, number>();
  for (const { sortTexte } of lignes) counts.set(sortTexte, (counts.get(sortTexte) ?? 0) + 1);
  const liste = [...counts].map(([texte, nombre]) =>
    translate(langue, 'comparaison.compte', { sort: texte, nombre }),
  );
  return liste.join(' · ');
}

function ligneOf(paire: Paire, langue: Langue): LigneComparee {
  const { avance, solde } = paire;
  const [before, after] = [avance, solde].map((demande) => (demande ? perimetreOf(demande.part) : []));
  const { cas, retires, ajoutes } = comparerPerimetres(before ?? [], after ?? []);
  const sort = avance ? (solde ? cas : 'sans-solde') : 'sans-avance';
  const marked = (keys: readonly string[], changed: readonly string[], marque: string): Beneficiaire[] =>
    keys.map((cle) => ({ numero: harmless(cle), marque: changed.includes(cle) ? marque : '' }));
  return {
    demande: nameOf(paire, langue),
    sort,
    sortTexte: translate(langue, `comparaison.sort.${sort}`),
    explication: translate(langue, `comparaison.explication.${sort}`),
    benefAvance: marked(before ?? [], retires, translate(langue, 'comparaison.retire')),
    benefSolde: marked(after ?? [], ajoutes, translate(langue, 'comparaison.ajoute')),
    commande: taxed(avance, 'montant-ht', 'montant-ttc', langue),
    facture: factureOf(paire, langue),
    percue: single(solde, 'avance-percue', langue),
    solde: single(solde, 'montant-solde', langue),
    aAvance: avance !== undefined,
    aSolde: solde !== undefined,
  };
}

function nameOf({ avance, solde }: Paire, langue: Langue): string {
  const names = [avance, solde].flatMap((demande) => (demande && referenceOf(demande.part)) ?? []);
  const { rang } = avance ?? solde;
  const [name = translate(langue, 'plan.sans-reference', { rang: rang + 1 }), other = name] = names;
  return harmless(name === other ? name : `${name} → ${other}`);
}

const NOTHING: MontantCompare = { texte: '', detail: '' };

function single(demande: Demande | undefined, role: Role, langue: Langue): MontantCompare {
  return demande ? { texte: montantText(amountAt(demande.part, role), langue), detail: '' } : NOTHING;
}

function taxed(demande: Demande | undefined, ht: Role, ttc: Role, langue: Langue): MontantCompare {
  if (!demande) return NOTHING;
  const [without, withTax] = [amountAt(demande.part, ht), amountAt(demande.part, ttc)];
  return {
    texte: `${montantText(withTax, langue)} TTC`,
    detail: `${montantText(without, langue)} HT`,
  };
}

/** The invoice, and how far it is from the order where it is. */
function factureOf({ avance, solde }: Paire, langue: Langue): MontantCompare {
  const facture = taxed(solde, 'facture-ht', 'facture-ttc', langue);
  if (!avance || !solde) return facture;
  const gap = compareFacture(
    centsOf(solde, 'facture-ht', 'facture-ttc'),
    centsOf(avance, 'montant-ht', 'montant-ttc'),
  );
  if (!gap || gap.ecart === 0n) return facture;
  const euros = amountText(gap.ecart, langue).replace('-', '\u2212');
  const ecart = translate(langue, 'comparaison.ecart', {
    ecart: `${gap.ecart > 0n ? '+' : ''}${euros} ${gap.taxe}`,
  });
  return { ...facture, detail: `${facture.detail}, ${ecart}` };
}

function centsOf({ part }: Demande, ht: Role, ttc: Role) {
  return { ht: amountAt(part, ht)?.cents, ttc: amountAt(part, ttc)?.cents };
}
