import type { Echeances } from '../../../../server/src/lsp/protocol';
import type { EcheancesMessage } from '../echeances-messages';
import { drawCommandes, type CommandesEvents } from './commandes';
import { html } from './dom';
import { drawFrise } from './frise';
import { readReceived, type SonsDates } from './read-echeances';
import { datesTable, sourceList } from './table';

declare function acquireVsCodeApi(): {
  postMessage(message: EcheancesMessage): void;
  getState(): unknown;
  setState(state: string): void;
};

const ALL = 'tous';
const OF_THE_FILE = 'fichier';

const editor = acquireVsCodeApi();
const heading = html('h1');
const today = html('p', { class: 'jour' });
const label = html('label', { for: 'choix' });
const select = html('select', { id: 'choix' });
const button = html('button', { type: 'button', id: 'exporter' });
const dates = html('div', { class: 'dates' });
const footer = html('p', { class: 'avertissement' });

let model: Echeances | undefined;
let shownModel = '';
/** `fichier`, `tous` or a SONS; it outlives the page when the panel goes out of view. */
const kept = editor.getState();
let choice = typeof kept === 'string' ? kept : OF_THE_FILE;
/** The SONS whose dates are unfolded in the list of all. */
const unfolded = new Set<string>();
const ordersEvents: CommandesEvents = {
  show: (rang) => editor.postMessage({ type: 'montrer', rang }),
  unfolded: new Set(),
};

document
  .querySelector('main')
  ?.append(
    html(
      'header',
      {},
      html('div', {}, heading, today),
      html('div', { class: 'outils' }, label, select, button),
    ),
    dates,
    footer,
  );

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const received = readReceived(data);
  const text = JSON.stringify(received);
  if (received?.type !== 'modele' || text === shownModel) return;
  model = received.modele;
  shownModel = text;
  render(model);
});
select.addEventListener('change', () => {
  choice = select.value;
  editor.setState(choice);
  if (model) render(model);
});
button.addEventListener('click', () => {
  if (!model) return;
  editor.postMessage({ type: 'exporter', sons: chosen(model).map(({ sons }) => sons) });
});
editor.postMessage({ type: 'pret' });

function render(modele: Echeances): void {
  const { mots, langue } = modele;
  const focused = document.activeElement?.id;
  document.documentElement.lang = langue;
  document.title = mots.titre;
  heading.textContent = mots.titre;
  today.textContent = `${mots.aujourdhui} ${modele.aujourdhui}`;
  label.textContent = mots.choix;
  button.textContent = mots.exporter;
  footer.textContent = mots.avertissement;
  fillChoices(modele);
  const shown = chosen(modele);
  dates.replaceChildren(...shown.map((one) => section(one, modele, shown.length === 1)));
  // What had the focus was drawn anew: it keeps it.
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

function fillChoices({ mots, sonsDuFichier, groupes }: Echeances): void {
  const option = (value: string, text: string): HTMLOptionElement => html('option', { value }, text);
  select.replaceChildren(
    ...(sonsDuFichier === null ? [] : [option(OF_THE_FILE, mots.sonsDuFichier)]),
    option(ALL, mots.tous),
    ...groupes.map(({ titre, sons }) =>
      html('optgroup', { label: titre }, ...sons.map((one) => option(one, one))),
    ),
  );
  select.value = choice;
  // The file has no SONS, or the one that was chosen is no longer among them.
  if (select.selectedIndex < 0) select.value = ALL;
}

function chosen({ sons }: Echeances): readonly SonsDates[] {
  if (select.value === ALL) return sons;
  return sons.filter((one) => (select.value === OF_THE_FILE ? one.duFichier : one.sons === select.value));
}

function section(one: SonsDates, { mots, aujourdhui, commandes }: Echeances, alone: boolean): HTMLElement {
  const id = `sons-${one.sons}`;
  const title = html(
    'h2',
    { id },
    html('span', { class: 'code' }, one.sons),
    ...(one.libelle === one.sons ? [] : [html('span', { class: 'libelle' }, one.libelle)]),
    ...(one.duFichier ? [html('span', { class: 'marque' }, mots.duFichier)] : []),
  );
  const frise =
    one.frise &&
    html(
      'figure',
      {},
      drawFrise(one.frise, {
        id,
        titre: mots.frise.replace('{sons}', one.sons),
        aujourdhui: `${mots.aujourdhui} ${aujourdhui}`,
      }),
      html('figcaption', {}, mots.signes),
    );
  return html(
    'section',
    { 'aria-labelledby': id },
    title,
    html('p', { class: 'prochaine' }, one.prochaine),
    ...(frise ? [frise] : []),
    ...(one.duFichier && commandes ? drawCommandes(commandes, mots, ordersEvents) : []),
    ...(alone ? details(one, mots) : [folded(one, mots)]),
  );
}

function details(one: SonsDates, mots: Echeances['mots']): HTMLElement[] {
  return [datesTable(one, mots), ...sourceList(one, mots)];
}

function folded(one: SonsDates, mots: Echeances['mots']): HTMLDetailsElement {
  const summary = html(
    'summary',
    { id: `dates-${one.sons}` },
    mots.toutesLesDates.replace('{sons}', one.sons),
  );
  const fold = html('details', {}, summary, ...details(one, mots));
  fold.open = unfolded.has(one.sons);
  fold.addEventListener('toggle', () => {
    if (fold.open) unfolded.add(one.sons);
    else unfolded.delete(one.sons);
  });
  return fold;
}
