import type { Echeances } from '../../../../server/src/lsp/protocol';
import { html } from './dom';
import type { Commandes, GroupeCommandes } from './read-echeances';

const SIGNS: Readonly<Record<GroupeCommandes['gravite'], string>> = { ok: '✓', ko: '✗', 'a-verifier': '?' };
/** More buttons than this are folded away: 200 requests stay a table of a few rows. */
const SHOWN_AT_ONCE = 8;

/** What the section needs of the page. */
export interface CommandesEvents {
  /** Goes to a request of the file, by its rank. */
  readonly show: (rang: number) => void;
  /** The outcomes whose requests are unfolded. */
  readonly unfolded: Set<string>;
}

/** The orders of the file at hand: a sentence, the bounds, a table of outcomes. */
export function drawCommandes(
  { resume, bornes, groupes }: Commandes,
  mots: Echeances['mots'],
  events: CommandesEvents,
): HTMLElement[] {
  const columns = [mots.constat, mots.nombre, mots.datesSignature, mots.demandes];
  return [
    html('h3', {}, mots.commandes),
    html('p', { class: 'resume' }, resume),
    html('ul', { class: 'bornes' }, ...bornes.map((text) => html('li', {}, text))),
    html(
      'table',
      { class: 'commandes' },
      html('caption', {}, mots.legendeCommandes),
      html('thead', {}, html('tr', {}, ...columns.map((name) => html('th', { scope: 'col' }, name)))),
      html('tbody', {}, ...groupes.map((groupe) => groupRow(groupe, events))),
    ),
  ];
}

function groupRow(groupe: GroupeCommandes, events: CommandesEvents): HTMLTableRowElement {
  const { gravite, texte, nombre, dates } = groupe;
  return html(
    'tr',
    { class: gravite },
    html(
      'th',
      { scope: 'row' },
      html('span', { class: 'signe', 'aria-hidden': 'true' }, SIGNS[gravite]),
      texte,
    ),
    html('td', { class: 'nombre' }, nombre),
    html('td', { class: 'dates' }, dates),
    html('td', {}, requests(groupe, events)),
  );
}

function requests(
  { issue, demandes, autres, deplier }: GroupeCommandes,
  events: CommandesEvents,
): HTMLElement {
  const items = demandes.map(({ rang, texte, nom }) => {
    const button = html(
      'button',
      { type: 'button', class: 'lien', id: `demande-${rang}`, 'aria-label': nom },
      texte,
    );
    button.addEventListener('click', () => events.show(rang));
    return html('li', {}, button);
  });
  const list = html(
    'ul',
    { class: 'demandes' },
    ...items,
    ...(autres === '' ? [] : [html('li', {}, autres)]),
  );
  if (demandes.length <= SHOWN_AT_ONCE) return list;
  const fold = html('details', {}, html('summary', { id: `issue-${issue}` }, deplier), list);
  fold.open = events.unfolded.has(issue);
  fold.addEventListener('toggle', () => {
    if (fold.open) events.unfolded.add(issue);
    else events.unfolded.delete(issue);
  });
  return fold;
}
