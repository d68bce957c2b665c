import type { MontantsMessage } from '../montants-messages';
import { chosenRows, readChoice, sortedBy, STATES, type Choice } from './choice';
import { html } from './dom';
import { MontantsTable } from './montants-table';
import { readReceived, type Ligne, type MontantsModel, type Mots } from './read-montants';
import { totalsTable } from './totals-table';

declare function acquireVsCodeApi(): {
  postMessage(message: MontantsMessage): void;
  getState(): unknown;
  setState(state: Choice): void;
};

const editor = acquireVsCodeApi();
const heading = html('h1');
const summary = html('p', { class: 'resume' });
const exportButton = html('button', { type: 'button', id: 'exporter' });
const copyButton = html('button', { type: 'button', id: 'copier', class: 'second' });
// Wider than a narrow panel: who has no mouse scrolls it with the arrows.
const totals = html('div', {
  class: 'totaux',
  role: 'region',
  'aria-labelledby': 'totaux-titre',
  tabindex: '0',
});
const textLabel = html('label', { for: 'filtre' });
const textField = html('input', { id: 'filtre', type: 'search', autocomplete: 'off', spellcheck: 'false' });
const stateLabel = html('label', { for: 'etat' });
const stateField = html('select', { id: 'etat' });
const count = html('p', { class: 'compte', role: 'status' });
const help = html('p', { class: 'aide' });
const notesTitle = html('h2');
const notes = html('ol', { class: 'notes' });

const table = new MontantsTable({
  sort: (column) => choose(sortedBy(choice, column)),
  open: (rang) => {
    if (model?.version === null || !model) return;
    editor.postMessage({ type: 'montrer', rang, version: model.version });
  },
});
const details = html(
  'div',
  {},
  html('div', { class: 'outils choix' }, textLabel, textField, stateLabel, stateField, count),
  table.element,
  totals,
  help,
  notesTitle,
  notes,
);

let model: MontantsModel | undefined;
/** It outlives the page when the panel goes out of view. */
let choice = readChoice(editor.getState());
let shown: readonly Ligne[] = [];
let drawnFrame = '';

document
  .querySelector('main')
  ?.append(
    html(
      'header',
      {},
      html('div', {}, heading, summary),
      html('div', { class: 'outils' }, exportButton, copyButton),
    ),
    details,
  );

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const received = readReceived(data);
  if (received?.type === 'modele') draw(received.modele);
  if (received?.type === 'curseur') table.follow(received.rang);
});
textField.addEventListener('input', () => choose({ ...choice, texte: textField.value }));
stateField.addEventListener('change', () => {
  const etat = STATES.find((one) => one === stateField.value);
  if (etat) choose({ ...choice, etat });
});
exportButton.addEventListener('click', () => editor.postMessage({ type: 'exporter', rangs: ranks() }));
copyButton.addEventListener('click', () => editor.postMessage({ type: 'copier', rangs: ranks() }));
textField.value = choice.texte;
editor.postMessage({ type: 'pret' });

function ranks(): number[] {
  return shown.map(({ rang }) => rang);
}

function choose(next: Choice): void {
  choice = next;
  editor.setState(choice);
  if (model) drawRows(model);
}

function draw(modele: MontantsModel): void {
  model = modele;
  drawWords(modele);
  const isEmpty = modele.version === null;
  for (const part of [details, exportButton, copyButton]) part.hidden = isEmpty;
  summary.textContent = modele.fichier === '' ? modele.resume : `${modele.fichier} · ${modele.resume}`;
  drawFrame(modele);
  drawRows(modele);
}

/** What stays the same while amounts are typed, the language apart. */
function drawWords({ mots, langue }: MontantsModel): void {
  if (document.documentElement.lang === langue && heading.textContent === mots.titre) return;
  document.documentElement.lang = langue;
  document.title = mots.titre;
  heading.textContent = mots.titre;
  exportButton.textContent = mots.exporter;
  copyButton.textContent = mots.copier;
  textLabel.textContent = mots.filtrer;
  stateLabel.textContent = mots.voir;
  help.textContent = `${mots.aideTable} ${mots.lecture}`;
  notesTitle.textContent = mots.notes;
  const names: Readonly<Record<Choice['etat'], string>> = {
    toutes: mots.toutes,
    ok: mots.seulementOk,
    ko: mots.seulementKo,
    depasse: mots.depassent,
  };
  stateField.replaceChildren(...STATES.map((value) => html('option', { value }, names[value])));
  stateField.value = choice.etat;
}

/** Totals and notes, when they changed. */
function drawFrame({ totaux, notes: sentences, mots }: MontantsModel): void {
  const drawn = JSON.stringify([totaux, sentences, mots]);
  if (drawn === drawnFrame) return;
  drawnFrame = drawn;
  totals.replaceChildren(totalsTable(totaux, mots));
  notes.replaceChildren(...sentences.map((sentence) => html('li', {}, sentence)));
}

function drawRows({ lignes, mots }: MontantsModel): void {
  shown = chosenRows(lignes, choice);
  table.draw(shown, choice, mots);
  say(countText(mots, lignes.length));
}

function countText(mots: Mots, total: number): string {
  if (shown.length === 0 && total > 0) return mots.rienAMontrer;
  return mots.compte.replace('{affichees}', String(shown.length)).replace('{total}', String(total));
}

/** Said aloud: only what is new. */
function say(text: string): void {
  if (count.textContent !== text) count.textContent = text;
}
