import { demandesKo } from '../analysis/ko';
import type { Analysis } from '../analysis/analyse';
import { plainText, type Morceau } from '../dossier/solde/morceau';
import { soldesFromAvance } from '../dossier/solde/solde-from-avance';
import type { FormatRegistry } from '../formats/registry';
import { soldeFormatOf } from '../formats/solde-format';
import type { Langue } from '../messages/catalogue';
import { placeholderOf } from './completion/placeholders';
import { escapeSnippet, TabStops } from './completion/snippet-text';

/** More places to fill than anyone goes through by tabulation, and than an editor handles quickly. */
const MOST_STOPS = 1000;

/** The files of soldes of an avance, as snippets, and how many requests were left out for their errors. */
export interface SoldeSnippets {
  readonly snippets: readonly string[];
  readonly ecartees: number;
}

/** Undefined for a file that is no avance. */
export function soldeSnippets(
  analysis: Analysis,
  registry: FormatRegistry,
  langue: Langue,
): SoldeSnippets | undefined {
  const { dossier, findings } = analysis;
  const format = dossier && soldeFormatOf(dossier.format, registry);
  if (!dossier || !format) return undefined;
  const ko = demandesKo(findings);
  const kept = dossier.demandes.filter(({ rang }) => !ko.has(rang));
  const files = soldesFromAvance(dossier, kept, format, analysis);
  return {
    snippets: files.map((file) => snippetOf(file, langue)),
    ecartees: dossier.demandes.length - kept.length,
  };
}

/** A file with a tab stop at each place to fill or to look at; plain where these are too many. */
export function snippetOf(file: readonly Morceau[], langue: Langue): string {
  const stops = file.filter((morceau) => typeof morceau !== 'string').length;
  if (stops > MOST_STOPS) return escapeSnippet(plainText(file));
  const tabs = new TabStops();
  return file.map((morceau) => written(morceau, tabs, langue)).join('');
}

function written(morceau: Morceau, tabs: TabStops, langue: Langue): string {
  if (typeof morceau === 'string') return escapeSnippet(morceau);
  if (morceau.kind === 'propose') {
    const { textes } = morceau;
    return textes.length > 1 ? tabs.choice(textes) : tabs.stop(textes.join(''));
  }
  const { shape, name, reference, piece } = morceau;
  if (shape.kind === 'boolean') return tabs.choice(['true', 'false']);
  const text = placeholderOf(shape, name, { langue, reference, piece, unknown: false });
  if (shape.kind === 'number') return tabs.stop(text);
  return `"${tabs.stop(JSON.stringify(text).slice(1, -1))}"`;
}
