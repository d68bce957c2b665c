import { COLUMNS, type Choice, type Column } from './choice';
import { html } from './dom';
import { MontantsRow } from './montants-row';
import type { Ligne, Mots } from './read-montants';

const ID = 'demandes';

/** What the table tells the page. */
export interface TableActions {
  readonly sort: (column: Column) => void;
  readonly open: (rang: number) => void;
}

/** The table of requests. Rows are kept from one model to the next, and so are the focus and the scroll position. */
export class MontantsTable {
  readonly element: HTMLElement;
  private readonly caption = html('caption');
  private readonly headers = html('tr');
  private readonly body = html('tbody');
  private readonly rows = new Map<number, MontantsRow>();
  private current: number | null = null;
  /** The row that Tab leads to. */
  private reached: MontantsRow | undefined;
  private drawnHeaders = '';

  constructor(private readonly actions: TableActions) {
    this.caption.id = `${ID}-titre`;
    const table = html('table', { id: ID }, this.caption, html('thead', {}, this.headers), this.body);
    this.element = html('div', { class: 'cadre', role: 'region', 'aria-labelledby': this.caption.id }, table);
    this.body.addEventListener('click', (event) => this.openAt(event));
    this.body.addEventListener('keydown', (event) => this.move(event));
    this.body.addEventListener('focusin', ({ target }) => this.reach(this.rowOf(target)));
  }

  draw(lignes: readonly Ligne[], choice: Choice, mots: Mots): void {
    this.drawHeaders(choice, mots);
    const focused = this.rowOf(document.activeElement);
    const shown = lignes.map((ligne) => this.rowFor(ligne));
    const wanted = new Set(shown);
    for (const [rang, row] of this.rows) {
      if (wanted.has(row)) continue;
      row.element.remove();
      this.rows.delete(rang);
    }
    for (const [place, { element }] of shown.entries()) {
      const there = this.body.children[place] ?? null;
      if (there !== element) this.body.insertBefore(element, there);
    }
    if (focused && wanted.has(focused)) focused.button.focus({ preventScroll: true });
    this.reach(this.reached && wanted.has(this.reached) ? this.reached : shown[0]);
    this.mark(this.current);
  }

  /** Marks the request around the cursor, and scrolls to it when it changes. */
  follow(rang: number | null): void {
    const isNew = rang !== this.current;
    this.mark(rang);
    const row = rang === null ? undefined : this.rows.get(rang);
    if (isNew) row?.show();
  }

  private mark(rang: number | null): void {
    this.current = rang;
    for (const row of this.rows.values()) row.mark(row.rang === rang);
  }

  private rowFor(ligne: Ligne): MontantsRow {
    const row = this.rows.get(ligne.rang) ?? new MontantsRow(ligne.rang);
    this.rows.set(ligne.rang, row);
    row.draw(ligne);
    return row;
  }

  private rowOf(target: EventTarget | null): MontantsRow | undefined {
    const element = target instanceof Element ? target.closest<HTMLElement>('tr[data-rang]') : null;
    return element ? this.rows.get(Number(element.dataset.rang)) : undefined;
  }

  private openAt({ target }: MouseEvent): void {
    const row = this.rowOf(target);
    // Who has just selected a text of the row wants to copy it.
    const isSelecting = document.getSelection()?.isCollapsed === false;
    if (row && !isSelecting) this.actions.open(row.rang);
  }

  private move(event: KeyboardEvent): void {
    const row = this.rowOf(event.target);
    const next = row && neighbour(row.element, event.key);
    if (!next) return;
    event.preventDefault();
    const reached = this.rowOf(next);
    if (!reached) return;
    reached.button.focus({ preventScroll: true });
    reached.show();
  }

  private reach(row: MontantsRow | undefined): void {
    if (row === this.reached && row?.button.tabIndex === 0) return;
    if (this.reached) this.reached.button.tabIndex = -1;
    if (row) row.button.tabIndex = 0;
    this.reached = row;
  }

  private drawHeaders({ colonne, decroissant }: Choice, mots: Mots): void {
    const drawn = JSON.stringify([colonne, decroissant, mots]);
    if (drawn === this.drawnHeaders) return;
    this.drawnHeaders = drawn;
    const focused = document.activeElement?.id;
    this.caption.textContent = mots.tableDemandes;
    this.headers.replaceChildren(
      ...COLUMNS.map((column) => {
        const isSorted = column === colonne;
        const sign = isSorted ? (decroissant ? '▼' : '▲') : '';
        const button = html(
          'button',
          { type: 'button', id: `trier-${column}` },
          mots[column],
          html('span', { class: 'sens', 'aria-hidden': 'true' }, sign),
        );
        button.addEventListener('click', () => this.actions.sort(column));
        const sorted = { 'aria-sort': decroissant ? 'descending' : 'ascending' };
        return html('th', { scope: 'col', class: column, ...(isSorted ? sorted : {}) }, button);
      }),
    );
    if (focused?.startsWith('trier-')) document.getElementById(focused)?.focus({ preventScroll: true });
  }
}

/** The row that a key leads to. */
function neighbour(row: Element, key: string): Element | null {
  switch (key) {
    case 'ArrowDown':
      return row.nextElementSibling;
    case 'ArrowUp':
      return row.previousElementSibling;
    case 'Home':
      return row.parentElement?.firstElementChild ?? null;
    case 'End':
      return row.parentElement?.lastElementChild ?? null;
    default:
      return null;
  }
}
