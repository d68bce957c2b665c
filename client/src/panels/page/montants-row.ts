import { html } from './dom';
import { partBar } from './part-bar';
import type { Ligne, Montant } from './read-montants';

/** One request in the table: drawn anew only when its figures changed, and never its button, which may have the focus. */
export class MontantsRow {
  readonly button = html('button', { type: 'button', class: 'lien', tabindex: '-1' });
  readonly element: HTMLTableRowElement;
  private readonly head = html('th', { scope: 'row' }, this.button);
  private drawn = '';

  constructor(readonly rang: number) {
    this.button.dataset.rang = String(rang);
    this.element = html('tr', { 'data-rang': String(rang) }, this.head);
  }

  draw(ligne: Ligne): void {
    const text = JSON.stringify(ligne);
    if (text === this.drawn) return;
    this.drawn = text;
    this.button.textContent = ligne.demande;
    this.element.classList.toggle('depasse', ligne.depasse);
    while (this.head.nextSibling) this.head.nextSibling.remove();
    this.element.append(...cells(ligne));
  }

  /** Brings it into view, no further than needed; the first cell is in view from side to side whatever is scrolled. */
  show(): void {
    this.head.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  mark(isCurrent: boolean): void {
    if (isCurrent) this.element.setAttribute('aria-current', 'true');
    else this.element.removeAttribute('aria-current');
  }
}

function cells(ligne: Ligne): HTMLTableCellElement[] {
  const { beneficiaire, numero, prestation, plafond, plafondTtc, ht, tva, ttc, avance, solde, ecart } = ligne;
  const ceiling = plafondTtc === '' ? [] : [detail(plafondTtc)];
  return [
    html('td', { class: `etat ${ligne.etat}` }, html('span', { class: 'marque' }, ligne.etatTexte)),
    html('td', { class: 'nom' }, beneficiaire, detail(numero), detail(prestation)),
    amount(plafond, ceiling),
    amount(ht),
    html('td', { class: 'montant ecart' }, ecart.texte, detail(ecart.detail), ...partBar(ligne.part)),
    amount(ttc, [detail(tva)]),
    amount(avance),
    amount(solde),
  ];
}

function amount(
  { texte, detail: words, tri }: Montant,
  more: readonly HTMLElement[] = [],
): HTMLTableCellElement {
  return html('td', { class: tri === null ? 'montant inconnu' : 'montant' }, texte, ...more, detail(words));
}

function detail(text: string): HTMLElement {
  return html('span', { class: 'detail' }, text);
}
