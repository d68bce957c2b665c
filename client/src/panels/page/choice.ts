import { isBoolean, isText, oneOf, shape } from './guards';
import type { Ligne } from './read-montants';

/** The columns, each of which orders the rows. */
export const COLUMNS = [
  'demande',
  'etat',
  'beneficiaire',
  'plafond',
  'ht',
  'ecart',
  'ttc',
  'avance',
  'solde',
] as const;
export type Column = (typeof COLUMNS)[number];

export const STATES = ['toutes', 'ok', 'ko', 'depasse'] as const;

/** Which rows a person wants to see, and in which order. */
export interface Choice {
  readonly texte: string;
  readonly etat: (typeof STATES)[number];
  readonly colonne: Column;
  readonly decroissant: boolean;
}

/** Every row, as the file has them. */
export const EVERYTHING: Choice = { texte: '', etat: 'toutes', colonne: 'demande', decroissant: false };

const isChoice = shape<Choice>({
  texte: isText,
  etat: oneOf(...STATES),
  colonne: oneOf(...COLUMNS),
  decroissant: isBoolean,
});

/** What was kept of an earlier page; everything where that is not a choice. */
export function readChoice(kept: unknown): Choice {
  return isChoice(kept) ? kept : EVERYTHING;
}

/** The rows that answer a choice, in its order; where two are equal, the file's order stands. */
export function chosenRows(lignes: readonly Ligne[], choice: Choice): readonly Ligne[] {
  const wanted = plain(choice.texte.trim());
  const rows = lignes.filter(
    (ligne) => answers(ligne, choice.etat) && plain(wordsOf(ligne)).includes(wanted),
  );
  if (choice.colonne === 'demande') return choice.decroissant ? rows.toReversed() : rows;
  return rows.toSorted((one, other) => compare(one, other, choice));
}

/** The choice after a click on a header: that column, or the other way round when it is already that one. */
export function sortedBy(choice: Choice, colonne: Column): Choice {
  const decroissant = choice.colonne === colonne && !choice.decroissant;
  return { ...choice, colonne, decroissant };
}

function answers({ etat, depasse }: Ligne, wanted: Choice['etat']): boolean {
  return wanted === 'toutes' || (wanted === 'depasse' ? depasse : etat === wanted);
}

function wordsOf({ demande, beneficiaire, numero, prestation }: Ligne): string {
  return [demande, beneficiaire, numero, prestation].join(' ');
}

/** Without accents nor capitals: who searches seldom types them. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** What is unknown comes last in both directions. */
function compare(one: Ligne, other: Ligne, { colonne, decroissant }: Choice): number {
  const [a, b] = [valueOf(one, colonne), valueOf(other, colonne)];
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const order =
    typeof a === 'number' && typeof b === 'number'
      ? a - b
      : String(a).localeCompare(String(b), 'fr', { numeric: true });
  return decroissant ? -order : order;
}

function valueOf(ligne: Ligne, colonne: Column): number | string | null {
  switch (colonne) {
    case 'demande':
      return ligne.rang;
    case 'beneficiaire':
      return `${ligne.beneficiaire} ${ligne.numero}`;
    case 'etat':
      return ligne.etat;
    default:
      return ligne[colonne].tri;
  }
}
