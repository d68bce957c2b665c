import type { ComparaisonMessage } from '../comparaison-messages';
import { html } from './dom';
import {
  readReceived,
  type Beneficiaire,
  type ComparaisonModel,
  type Ligne,
  type Montant,
  type Mots,
} from './read-comparaison';

declare function acquireVsCodeApi(): { postMessage(message: ComparaisonMessage): void };

const editor = acquireVsCodeApi();
const heading = html('h1');
const files = html('p', { class: 'resume' });
const summary = html('p', { class: 'resume', role: 'status' });
const caption = html('caption', { id: 'titre' });
const headers = html('tr');
const body = html('tbody');
// Wider than a narrow panel: who has no mouse scrolls it with the arrows.
const frame = html(
  'div',
  { class: 'cadre', role: 'region', 'aria-labelledby': 'titre', tabindex: '0' },
  html('table', {}, caption, html('thead', {}, headers), body),
);
const source = html('p', { class: 'aide' });
let drawn = '';

document.querySelector('main')?.append(html('header', {}, heading, files, summary), frame, source);

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const received = readReceived(data);
  if (received?.type === 'modele') draw(received.modele);
});
body.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>('button[data-rang]') : null;
  const cote = button?.dataset.cote;
  if (button && (cote === 'avance' || cote === 'solde')) {
    editor.postMessage({ type: 'montrer', rang: Number(button.dataset.rang), cote });
  }
});
editor.postMessage({ type: 'pret' });

/** Draws all anew when something changed, and gives the focus back to the button that had it. */
function draw(model: ComparaisonModel): void {
  const text = JSON.stringify(model);
  if (text === drawn) return;
  drawn = text;
  const { mots, langue, lignes } = model;
  const focused = document.activeElement?.id;
  document.documentElement.lang = langue;
  document.title = mots.titre;
  heading.textContent = mots.titre;
  files.textContent = model.fichiers;
  summary.textContent = model.resume;
  source.textContent = mots.source;
  caption.textContent = mots.table;
  frame.hidden = lignes.length === 0;
  headers.replaceChildren(...columns(mots).map((name) => html('th', { scope: 'col' }, name)));
  body.replaceChildren(...lignes.map((ligne, rang) => row(ligne, rang, mots)));
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

function columns(mots: Mots): string[] {
  const { demande, cas, benefAvance, benefSolde, commande, facture, percue, solde } = mots;
  return [demande, cas, benefAvance, benefSolde, commande, facture, percue, solde];
}

function row(ligne: Ligne, rang: number, mots: Mots): HTMLTableRowElement {
  const links = [
    ...(ligne.aAvance ? [link(ligne, rang, 'avance', mots.voirAvance)] : []),
    ...(ligne.aSolde ? [link(ligne, rang, 'solde', mots.voirSolde)] : []),
  ];
  return html(
    'tr',
    { class: ligne.sort },
    html('th', { scope: 'row' }, ligne.demande, ...links),
    html(
      'td',
      { class: 'cas' },
      html('span', { class: 'marque' }, ligne.sortTexte),
      html('span', { class: 'detail' }, ligne.explication),
    ),
    html('td', { class: 'numeros' }, ...beneficiaires(ligne.benefAvance)),
    html('td', { class: 'numeros' }, ...beneficiaires(ligne.benefSolde)),
    ...[ligne.commande, ligne.facture, ligne.percue, ligne.solde].map(amount),
  );
}

function link(ligne: Ligne, rang: number, cote: 'avance' | 'solde', text: string): HTMLElement {
  const id = `${cote}-${rang}`;
  const label = `${text} : ${ligne.demande}`;
  const data = { 'data-rang': String(rang), 'data-cote': cote };
  return html('button', { type: 'button', class: 'lien', id, 'aria-label': label, ...data }, text);
}

function beneficiaires(all: readonly Beneficiaire[]): HTMLElement[] {
  return all.map(({ numero, marque }) =>
    marque === ''
      ? html('div', {}, numero)
      : html('div', { class: 'change' }, numero, ' ', html('em', {}, marque)),
  );
}

function amount({ texte, detail }: Montant): HTMLTableCellElement {
  return html('td', { class: 'montant' }, texte, html('span', { class: 'detail' }, detail));
}
