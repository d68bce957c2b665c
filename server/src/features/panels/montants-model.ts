import { pricedDemandes } from '../../analysis/priced';
import { fileNameOf } from '../../dossier/file-name';
import type { PricedDemande } from '../../dossier/montants-table';
import { translate, type Langue } from '../../messages/catalogue';
import { harmless } from '../../messages/harmless';
import type { Span } from '../../syntax/nodes';
import { sharesText } from '../../dossier/montants-words';
import type { CheckedDocument } from '../document';
import { fileState } from '../etat';
import { Notes } from './montants-notes';
import { ligneOf, type Ligne } from './montants-ligne';
import { totalLignes, type LigneTotal } from './montants-totaux';
import { montantsWords, type MontantsWords } from './montants-words';

/** Far above any real file: nobody reads more rows, and each costs the page some milliseconds. */
const MOST = 1000;

/** All that the panel of amounts shows, in the user's language: plain data, for a page that only draws it. */
export interface MontantsModel {
  readonly langue: Langue;
  readonly mots: MontantsWords;
  /** The version of the text that the rows were read from; null without a file of ours. */
  readonly version: number | null;
  /** The file's name, empty without a file. */
  readonly fichier: string;
  /** How many requests, OK and KO; or why there is nothing to show. */
  readonly resume: string;
  readonly lignes: readonly Ligne[];
  /** One total a SONS and prestation, then that of the file where there are several. */
  readonly totaux: readonly LigneTotal[];
  /** How the figures were found, or why they were not; rows name them by their number, from 1. */
  readonly notes: readonly string[];
}

/** The panel's data, and beside them, for who moves the cursor, where each row's request stands in that text. */
export interface MontantsView {
  readonly modele: MontantsModel;
  readonly places: readonly Span[];
}

/** What the panel shows of a checked document; undefined when no file is open. */
export function montantsView(checked: CheckedDocument | undefined, langue: Langue): MontantsView {
  const dossier = checked?.analysis.dossier;
  if (!checked || !dossier) return { modele: nothing(checked, langue), places: [] };
  const all = pricedDemandes(checked.analysis);
  const notes = new Notes(langue);
  if (all.length > MOST) notes.add({ key: 'montants.coupe', params: { nombre: MOST } });
  for (const one of all) tellShares(one, notes, langue);
  const lignes = all.slice(0, MOST).map((one) => ligneOf(one, notes, langue));
  return {
    modele: {
      langue,
      mots: montantsWords(langue),
      version: checked.document.version,
      fichier: harmless(fileNameOf(checked.document.uri)),
      resume: resumeOf(all, langue),
      lignes,
      totaux: totalLignes(
        all.map(({ montants }) => montants),
        langue,
      ),
      notes: notes.all,
    },
    places: dossier.demandes.slice(0, MOST).map(({ start, end }) => ({ start, end })),
  };
}

function nothing(checked: CheckedDocument | undefined, langue: Langue): MontantsModel {
  const state = checked && fileState(checked);
  return {
    langue,
    mots: montantsWords(langue),
    version: null,
    fichier: checked ? harmless(fileNameOf(checked.document.uri)) : '',
    resume: state ? `${state.format}. ${state.detail}` : translate(langue, 'montants.aucun-fichier'),
    lignes: [],
    totaux: [],
    notes: [],
  };
}

function resumeOf(all: readonly PricedDemande[], langue: Langue): string {
  const ko = all.filter(({ isKo }) => isKo).length;
  return translate(langue, 'montants.resume', { demandes: all.length, ok: all.length - ko, ko });
}

/** How the two payments are found: first among the notes. */
function tellShares({ montants }: PricedDemande, notes: Notes, langue: Langue): void {
  const { parts, estReduite, paye, partsReduites } = montants;
  if (parts && paye) notes.tell(sharesText(parts, estReduite, paye.taxe, langue));
  if (partsReduites) {
    const { value, source } = partsReduites.avance;
    notes.add({
      key: 'montants.avance.reduite',
      params: { part: value ?? '', sources: source.join(', ') },
    });
  }
}
