import type { CandidatureMessage } from '../candidature-messages';
import { drawAFaire, drawSection } from './candidature-section';
import { html } from './dom';
import { readReceived, type CandidatureModel } from './read-candidature';

declare function acquireVsCodeApi(): { postMessage(message: CandidatureMessage): void };

const editor = acquireVsCodeApi();
const heading = html('h1');
const summary = html('p', { class: 'jour' });
const parts = html('div', { class: 'parties' });
const footer = html('p', { class: 'avertissement' });

let model: CandidatureModel | undefined;
let shownModel = '';
let current: number | null = null;

document.querySelector('main')?.append(html('header', {}, html('div', {}, heading, summary)), parts, footer);

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const received = readReceived(data);
  if (received?.type === 'curseur') {
    current = received.rang;
    mark();
  }
  if (received?.type === 'modele') draw(received.modele);
});
parts.addEventListener('click', ({ target }) => {
  const rang = target instanceof HTMLElement ? target.dataset.va : undefined;
  if (rang === undefined || typeof model?.version !== 'number') return;
  editor.postMessage({ type: 'montrer', rang: Number(rang), version: model.version });
});
editor.postMessage({ type: 'pret' });

function draw(modele: CandidatureModel): void {
  model = modele;
  // Another version of the text with the same state: nothing to draw.
  const text = JSON.stringify({ ...modele, version: modele.version !== null });
  if (text === shownModel) return;
  shownModel = text;
  const focused = document.activeElement?.id;
  const { mots, langue, fichier, resume, aFaire, sections } = modele;
  document.documentElement.lang = langue;
  document.title = mots.titre;
  heading.textContent = mots.titre;
  summary.textContent = fichier === '' ? resume : `${fichier} · ${resume}`;
  footer.textContent = modele.version === null ? '' : mots.avertissement;
  parts.replaceChildren(
    ...(modele.version === null
      ? []
      : [drawAFaire(aFaire, mots), ...sections.map((section) => drawSection(section, mots))]),
  );
  mark();
  // What had the focus was drawn anew: it keeps it.
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

/** Marks the row around the cursor, and its section; brings it into view. */
function mark(): void {
  for (const element of parts.querySelectorAll('[aria-current]')) element.removeAttribute('aria-current');
  if (current === null) return;
  const row = parts.querySelector(`[data-rang="${current}"]`);
  row?.setAttribute('aria-current', 'true');
  row?.closest('section')?.setAttribute('aria-current', 'true');
  row?.scrollIntoView({ block: 'nearest' });
}
