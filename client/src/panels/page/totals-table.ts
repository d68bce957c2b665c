import { html } from './dom';
import { partBar } from './part-bar';
import type { LigneTotal, Mots, Total } from './read-montants';

/** The totals, each with what it does not hold. */
export function totalsTable(totaux: readonly LigneTotal[], mots: Mots): HTMLTableElement {
  const { sons, prestation, demandes, plafond, ht, ttc, avance, solde } = mots;
  const names = [sons, prestation, demandes, plafond, ht, mots.demandePart, ttc, avance, solde];
  return html(
    'table',
    { id: 'totaux' },
    html('caption', { id: 'totaux-titre' }, mots.tableTotaux),
    html(
      'thead',
      {},
      html(
        'tr',
        {},
        ...names.map((name, at) => html('th', { scope: 'col', class: at < 2 ? '' : 'droite' }, name)),
      ),
    ),
    html('tbody', {}, ...totaux.map(totalRow)),
  );
}

function totalRow(total: LigneTotal): HTMLTableRowElement {
  const { sons, prestation, demandes, plafond, ht, ttc, avance, solde, part, duFichier } = total;
  const head = html('th', { scope: 'row', ...(duFichier ? { colspan: '2' } : {}) }, sons);
  return html(
    'tr',
    duFichier ? { class: 'fichier' } : {},
    head,
    ...(duFichier ? [] : [html('td', {}, prestation)]),
    html('td', { class: 'montant' }, String(demandes)),
    ...[plafond, ht].map(sum),
    html('td', { class: 'montant ecart' }, ...partBar(part)),
    ...[ttc, avance, solde].map(sum),
  );
}

function sum({ texte, detail }: Total): HTMLTableCellElement {
  return html('td', { class: 'montant' }, texte, html('span', { class: 'detail' }, detail));
}
