import { html } from './dom';
import type { AFaire, Mots, Rangee, Section } from './read-candidature';

const SIGNS: Readonly<Record<Rangee['etat'], string>> = {
  fait: '✓',
  'en-cours': '◐',
  'a-faire': '○',
  'a-corriger': '!',
  inconnu: '–',
};

/** A section: its title, how far it is, its rows. */
export function drawSection(section: Section, mots: Mots): HTMLElement {
  const { id, titre, resume, rangees } = section;
  const title = `titre-${id}`;
  const columns = [mots.element, mots.etat, mots.detail];
  const table = html(
    'table',
    { 'aria-labelledby': title },
    html('thead', {}, html('tr', {}, ...columns.map((name) => html('th', { scope: 'col' }, name)))),
    html('tbody', {}, ...rangees.map((row) => drawRow(row, id))),
  );
  return html(
    'section',
    { 'aria-labelledby': title, 'data-section': id },
    html('h2', { id: title }, titre),
    ...progress(section, mots),
    ...(resume === '' ? [] : [html('p', { class: 'resume' }, resume)]),
    ...(rangees.length === 0 ? [] : [table]),
  );
}

function progress({ titre, progression }: Section, mots: Mots): HTMLElement[] {
  if (!progression) return [];
  const { fait, total } = progression;
  const words = mots.progression.replace('{fait}', String(fait)).replace('{total}', String(total));
  const bar = html('progress', {
    value: String(fait),
    max: String(Math.max(total, 1)),
    'aria-label': `${titre} : ${words}`,
  });
  return [html('p', { class: 'progression' }, bar, html('span', {}, words))];
}

function drawRow({ rang, texte, etat, etatTexte, detail, sous }: Rangee, section: string): HTMLElement {
  const sign = html('span', { class: 'signe', 'aria-hidden': 'true' }, SIGNS[etat]);
  return html(
    'tr',
    { 'data-rang': String(rang), class: sous ? `${etat} sous` : etat },
    html('th', { scope: 'row' }, link(`${section}-${rang}`, rang, texte)),
    html('td', { class: 'etat' }, sign, etatTexte),
    html('td', { class: 'detail' }, detail),
  );
}

/** What to do next, the first first. */
export function drawAFaire(all: readonly AFaire[], mots: Mots): HTMLElement {
  const items = all.map(({ rang, texte, quand, echeance }) =>
    html(
      'li',
      { 'data-rang': String(rang), class: quand },
      link(`faire-${rang}`, rang, texte),
      html('span', { class: 'echeance' }, echeance),
    ),
  );
  return html(
    'section',
    { 'aria-labelledby': 'titre-a-faire', class: 'a-faire' },
    html('h2', { id: 'titre-a-faire' }, mots.aFaire),
    items.length === 0 ? html('p', {}, mots.rienAFaire) : html('ol', {}, ...items),
  );
}

function link(id: string, rang: number, texte: string): HTMLButtonElement {
  return html('button', { type: 'button', class: 'lien', id, 'data-va': String(rang) }, texte);
}
