import type { Echeances } from '../../../../server/src/lsp/protocol';
import { html } from './dom';
import type { EtapeRow, SonsDates } from './read-echeances';

const SIGNS: Readonly<Record<EtapeRow['etat'], string>> = {
  ouvert: '●',
  ferme: '■',
  'a-venir': '○',
  douteux: '?',
  inconnu: '–',
};

/** Every date of a SONS, with why a date is doubtful under its name. */
export function datesTable({ legende, etapes }: SonsDates, mots: Echeances['mots']): HTMLTableElement {
  const columns = [mots.etape, mots.date, mots.etat, mots.source];
  return html(
    'table',
    {},
    html('caption', {}, legende),
    html('thead', {}, html('tr', {}, ...columns.map((name) => html('th', { scope: 'col' }, name)))),
    html('tbody', {}, ...etapes.map((row) => dateRow(row, mots))),
  );
}

function dateRow(row: EtapeRow, mots: Echeances['mots']): HTMLTableRowElement {
  const remarks = row.remarques.map((text) => html('li', {}, text));
  return html(
    'tr',
    { class: `${row.etat}${row.prochaine ? ' prochaine' : ''}` },
    html(
      'th',
      { scope: 'row' },
      row.libelle,
      ...(row.prochaine ? [' ', html('span', { class: 'marque' }, mots.prochaineMarque)] : []),
      ...(remarks.length > 0 ? [html('ul', { class: 'remarques' }, ...remarks)] : []),
    ),
    html('td', { class: 'date' }, row.date, ' ', html('span', { class: 'reste' }, row.reste)),
    html(
      'td',
      {},
      html(
        'span',
        { class: `etat ${row.etat}` },
        html('span', { class: 'signe', 'aria-hidden': 'true' }, SIGNS[row.etat]),
        row.etatTexte,
      ),
    ),
    html('td', { class: 'sources' }, row.sources.map(({ code }) => code).join(', ')),
  );
}

/** The documents that a table cites, each once. */
export function sourceList({ sons, etapes }: SonsDates, mots: Echeances['mots']): HTMLElement[] {
  const cited = new Map(etapes.flatMap(({ sources }) => sources.map((source) => [source.code, source])));
  const documents = [...cited.values()].filter(({ titre }) => titre !== '');
  if (documents.length === 0) return [];
  const items = documents
    .sort((a, b) => a.code.localeCompare(b.code, 'fr', { numeric: true }))
    .map(({ code, titre, adresse }) =>
      html(
        'li',
        {},
        html('span', { class: 'code' }, code),
        adresse?.startsWith('https://')
          ? html('a', { href: adresse, id: `source-${sons}-${code}` }, titre)
          : titre,
      ),
    );
  return [html('h3', {}, mots.source), html('ul', { class: 'documents' }, ...items)];
}
