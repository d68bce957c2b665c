import { texteDe, type Refus, type Table } from '../table/table';
import { headersIn, scoreOf, type Header } from './headers';
import type { Colonne, Confiance, Mapping, RoleDeColonne, Sens } from './mapping';
import { meaningOf } from './meaning';

/** What a column is taken for, and how surely. `sens` is undefined for a column that says nothing known. */
export interface ColonneProposee {
  readonly entete: string;
  readonly rang: number;
  readonly sens: Sens | undefined;
  readonly confiance: Confiance;
  /** A few of its values, for the user to recognise it. */
  readonly exemples: readonly string[];
}

/** A mapping to be confirmed. */
export interface Proposition {
  readonly etat: 'proposition';
  readonly mapping: Mapping;
  readonly colonnes: readonly ColonneProposee[];
  /** What a base has and this file does not seem to have. */
  readonly manque: readonly RoleDeColonne[];
}

/** A table, or as much of it as has its header and some rows. */
type TopRows = Pick<Table, 'source' | 'rows'>;

const EXAMPLES = 3;
const EXPECTED: readonly RoleDeColonne[] = ['finess', 'raison-sociale', 'montant'];
const TRUST: readonly Confiance[] = ['sure', 'probable', 'faible'];

/** Recognises the columns of a table by its header; refuses a table in whose first rows there is none. */
export function proposeMapping(table: TopRows): Proposition | Refus {
  const header = bestHeader(table);
  if (header === undefined) {
    return {
      etat: 'refus',
      message: { key: 'base.refus.entete', params: { fichier: table.source.fichier } },
    };
  }
  const colonnes = distinctRoles(relateFiness(columnsOf(table, header)));
  const mapped = colonnes.flatMap(({ entete, rang, sens }): Colonne[] =>
    sens === undefined ? [] : [{ entete, ...(rang > 1 && { rang }), ...sens }],
  );
  const { feuille } = table.source;
  return {
    etat: 'proposition',
    mapping: { ...(feuille !== undefined && { feuille }), colonnes: mapped },
    colonnes,
    manque: EXPECTED.filter((role) => !mapped.some((colonne) => colonne.role === role)),
  };
}

function bestHeader({ rows }: TopRows): Header | undefined {
  const [best] = headersIn(rows)
    .map((header) => ({ header, score: scoreOf(header) }))
    .sort((a, b) => b.score - a.score);
  return best === undefined || best.score === 0 ? undefined : best.header;
}

function columnsOf({ rows }: TopRows, { rank, entetes }: Header): ColonneProposee[] {
  const seen = new Map<string, number>();
  return entetes.flatMap((entete, column): ColonneProposee[] => {
    if (entete === '') return [];
    const rang = (seen.get(entete) ?? 0) + 1;
    seen.set(entete, rang);
    const values = rows.slice(rank + 1, rank + 20).map(({ cells }) => texteDe(cells[column]));
    const exemples = values.filter((value) => value !== '').slice(0, EXAMPLES);
    const { sens, confiance = 'faible' } = meaningOf(entete) ?? {};
    return [{ entete, rang, sens, confiance, exemples }];
  });
}

/**
 * Of several columns of FINESS, the one whose header does not say which nature it has names the establishment, else
 * the one of sites; the first other one is the number in relation.
 */
function relateFiness(colonnes: readonly ColonneProposee[]): readonly ColonneProposee[] {
  const several = colonnes.filter(({ sens }) => sens?.role === 'finess');
  const main =
    several.find(({ sens }) => sens?.nature === undefined) ??
    several.find(({ sens }) => sens?.nature === 'geographique') ??
    several[0];
  return colonnes.map((colonne) => {
    if (colonne === main || colonne.sens?.role !== 'finess') return colonne;
    return { ...colonne, sens: { role: 'finess-lie' }, confiance: 'probable' };
  });
}

/** One column for each meaning: the surest, then the first. Of the others nothing is said. */
function distinctRoles(colonnes: readonly ColonneProposee[]): readonly ColonneProposee[] {
  const chosen = new Map<string, ColonneProposee>();
  for (const colonne of colonnes) {
    const key = keyOf(colonne);
    const other = chosen.get(key);
    if (other === undefined || TRUST.indexOf(colonne.confiance) < TRUST.indexOf(other.confiance)) {
      chosen.set(key, colonne);
    }
  }
  return colonnes.map((colonne) =>
    colonne.sens === undefined || chosen.get(keyOf(colonne)) === colonne
      ? colonne
      : { ...colonne, sens: undefined },
  );
}

function keyOf({ sens }: ColonneProposee): string {
  return sens?.role === 'montant' ? JSON.stringify(sens) : (sens?.role ?? '');
}
