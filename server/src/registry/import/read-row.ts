import type { Etablissement, PlafondDeBase } from '../base';
import { finessKeyHolds } from '../finess';
import { LARGEST_AMOUNT } from '../index/columns';
import { plain } from '../index/plain';
import type { Colonne, RoleDeColonne } from '../mapping/mapping';
import { prestationIn, sonsIn } from '../mapping/meaning';
import { ownText } from '../table/own-text';
import { texteDe, type Cell, type Row } from '../table/table';
import type { Constat, MotifDeRemarque } from './rapport';
import { readAmount } from './read-amount';
import { readDecimal, readFiness, readNature, readSiren } from './read-values';

/** A column of the mapping and where the file has it. */
export interface PlacedColumn extends Colonne {
  readonly index: number;
}

/** What one row gives. */
export type ReadRow =
  | { readonly etat: 'refusee'; readonly refus: Constat }
  | {
      readonly etat: 'lue';
      readonly etablissement: Etablissement;
      readonly zeroRestitue: boolean;
      readonly remarques: readonly Constat[];
    };

type Plafond = { -readonly [Key in keyof PlafondDeBase]: PlafondDeBase[Key] };

/** The columns of one ceiling: one without tax, one with. */
interface AmountColumns {
  readonly sons: string | undefined;
  readonly prestation: string | undefined;
  readonly columns: readonly PlacedColumn[];
}

const LONGEST_SHOWN = 60;

/** Reads rows with the columns of one file. */
export class RowReader {
  private readonly byRole: ReadonlyMap<RoleDeColonne, PlacedColumn>;
  private readonly amounts: readonly AmountColumns[];

  constructor(columns: readonly PlacedColumn[]) {
    this.byRole = new Map(columns.map((column) => [column.role, column]));
    this.amounts = groupAmounts(columns.filter(({ role, taxe }) => role === 'montant' && taxe !== undefined));
  }

  read(row: Row): ReadRow {
    const number = readFiness(this.cell(row, 'finess'));
    if (number === undefined) {
      const motif = this.text(row, 'finess') === '' ? 'finess-absent' : 'finess-impossible';
      return { etat: 'refusee', refus: this.constat(row, motif, this.byRole.get('finess')) };
    }
    const remarques: Constat[] = [];
    if (finessKeyHolds(number.finess) === false) {
      remarques.push(this.constat(row, 'finess-cle', this.byRole.get('finess')));
    }
    const value = <Value>(
      role: RoleDeColonne,
      motif: MotifDeRemarque,
      read: (cell: Cell) => Value | undefined,
    ) => {
      const found = read(this.cell(row, role));
      if (found === undefined && this.text(row, role) !== '') {
        remarques.push(this.constat(row, motif, this.byRole.get(role)));
      }
      return found;
    };
    const etablissement: Etablissement = {
      finess: number.finess,
      raisonSociale: filled(ownText(this.text(row, 'raison-sociale').replace(/\s+/g, ' '))),
      nature: value('nature', 'nature-inconnue', readNature) ?? this.byRole.get('finess')?.nature,
      categorie: filled(ownText(this.text(row, 'categorie'))),
      activiteCombinee: value('activite-combinee', 'activite-illisible', readDecimal),
      siren: value('siren', 'siren-illisible', readSiren),
      finessLie: value('finess-lie', 'finess-lie-illisible', readFiness)?.finess,
      plafonds: this.plafonds(row, remarques),
      ligne: row.ligne,
    };
    return { etat: 'lue', etablissement, zeroRestitue: number.zeroRestitue, remarques };
  }

  private plafonds(row: Row, remarques: Constat[]): PlafondDeBase[] {
    const plafonds: PlafondDeBase[] = [];
    // Files with a row for each SONS say it in the row; columns that say it themselves win.
    const rowSons = this.byRole.has('sons') ? sonsIn(plain(this.text(row, 'sons'))) : undefined;
    const rowPrestation = this.byRole.has('prestation')
      ? prestationIn(plain(this.text(row, 'prestation')))
      : undefined;
    for (const { sons = rowSons, prestation = rowPrestation, columns } of this.amounts) {
      const plafond: Plafond = { sons, prestation, ht: undefined, ttc: undefined };
      for (const column of columns) {
        const cents = this.cents(row, column, remarques);
        if (cents === undefined) continue;
        if (column.taxe === 'HT') plafond.ht = cents;
        else plafond.ttc = cents;
      }
      if (plafond.ht !== undefined || plafond.ttc !== undefined) plafonds.push(plafond);
    }
    return plafonds;
  }

  private cents(row: Row, column: PlacedColumn, remarques: Constat[]): bigint | undefined {
    const montant = readAmount(row.cells[column.index]);
    if (montant.etat === 'absent') return undefined;
    if (montant.etat === 'illisible' || montant.cents > LARGEST_AMOUNT) {
      remarques.push(this.constat(row, 'montant-illisible', column));
      return undefined;
    }
    if (montant.arrondi) remarques.push(this.constat(row, 'montant-arrondi', column));
    return montant.cents;
  }

  private cell(row: Row, role: RoleDeColonne): Cell {
    const column = this.byRole.get(role);
    return column === undefined ? undefined : row.cells[column.index];
  }

  private text(row: Row, role: RoleDeColonne): string {
    const cell = this.cell(row, role);
    if (typeof cell === 'object' && cell.nature === 'formule') return '=';
    return texteDe(cell);
  }

  private constat(row: Row, motif: Constat['motif'], column: PlacedColumn | undefined): Constat {
    const shown = column === undefined ? '' : texteDe(row.cells[column.index]).slice(0, LONGEST_SHOWN);
    const valeur = ownText(shown);
    return { ligne: row.ligne, motif, valeur, colonne: column?.entete ?? '' };
  }
}

function filled(text: string): string | undefined {
  return text === '' ? undefined : text;
}

/** Columns for the same thing, side by side in the file or not, in the order of the first of them. */
function groupAmounts(columns: readonly PlacedColumn[]): AmountColumns[] {
  const groups = new Map<string, AmountColumns>();
  for (const column of columns) {
    const { sons, prestation } = column;
    const key = `${sons ?? ''}\n${prestation ?? ''}`;
    groups.set(key, { sons, prestation, columns: [...(groups.get(key)?.columns ?? []), column] });
  }
  return [...groups.values()];
}
