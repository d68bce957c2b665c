import type { Position, TextEdit } from 'vscode-languageserver-types';
import type { ExceptionState } from '../analysis/exception-states';
import type { FichierPresent } from '../rules/pieces/fichiers-presents';
import type { Entree, Renommage } from '../analysis/zip/plan-zip';
import type { AcceptArguments } from '../features/accept-actions';
import type { BaseProposal } from '../features/base/proposal';
import type { BaseReport } from '../features/base/report';
import type { BaseState } from '../features/base/state';
import type { DeskState } from '../features/desk-state';
import type { NouvelleCandidature as Answers } from '../features/completion/new-candidature';
import type { Etape } from '../formats/format';
import type { FileState } from '../features/etat';
import type { CandidatureView } from '../features/panels/candidature-model';
import type { ComparaisonView } from '../features/panels/comparaison-model';
import type { EcheancesModel } from '../features/panels/echeances-model';
import type { MontantsView } from '../features/panels/montants-model';
import type { NextDeadline } from '../features/panels/next-deadline';
import type { CorrectionsState } from '../features/settings-fault';
import type { SoldeSnippets } from '../features/solde-snippet';
import type { Colonne } from '../registry/mapping/mapping';
import type { Agenda as AgendaText } from '../regulation/agenda';

/**
 * What our own client and server say to each other beside the standard protocol. Every part is optional: the
 * server serves any client, with no initialisation option at all.
 */

export interface InitializationOptions {
  /** Settings as they are now, for clients that do not answer `workspace/configuration`. */
  readonly reglages?: Settings;
  /** The client shows {@link EtatNotification} and applies `segur.afficherRegle`. */
  readonly clientSegur?: boolean;
  /** The editor checks documents of the language `json` itself: what it says is not repeated. */
  readonly jsonIntegre?: boolean;
  /** Folder of the rules' pages, as a URI. */
  readonly pages?: string;
  /** Folder, as a URI, where the server may keep what it can make again. Without one it writes nothing. */
  readonly stockage?: string;
  /** False while the user does not trust the folders. Without it they are trusted. */
  readonly confiance?: boolean;
}

/** Client → server: the user trusts the folders from now on. */
export const CONFIANCE = 'segur/confiance';

/** The section `segur` of the settings, as written by the user. */
export interface Settings {
  readonly langue?: unknown;
  readonly regles?: unknown;
  readonly familles?: unknown;
  readonly lentilles?: unknown;
  readonly indications?: unknown;
  readonly dossierEntier?: unknown;
  readonly base?: unknown;
}

/** Server → client, after each check of a document. */
export const ETAT = 'segur/etat';
export interface Etat {
  readonly uri: string;
  readonly version: number;
  /** Undefined for a file that is not ours. */
  readonly fichier?: FileState;
  /** The dates and figures that the folder corrects are left out, and why. */
  readonly corrections?: CorrectionsState;
  /** The base of eligible establishments that a file of ours is held against, or that there is none. */
  readonly base?: BaseState;
}

/** Server → client: days, dates or settings changed; what shows them asks again. */
export const A_REVOIR = 'segur/aRevoir';

/** Client → server: choices on files that lie in no workspace folder, by URI. */
export const CHOIX = 'segur/choix';
export type Choix = Readonly<Record<string, string>>;

/** Client → server: the formats that a user can name. */
export const FORMATS = 'segur/formats';
export interface FormatLabel {
  readonly id: string;
  readonly libelle: string;
  /** The desk that takes its requests, now; null where none is known. */
  readonly guichet: DeskState | null;
}

/** Client → server: the rules, each of which has a page. */
export const REGLES = 'segur/regles';
export interface RegleLabel {
  readonly code: string;
  readonly titre: string;
}

/** Client → server: the text of a new file, as a snippet; null for an unknown format. */
export const NOUVEAU_FICHIER = 'segur/nouveauFichier';
export interface NouveauFichier {
  readonly format: string;
}

/** Client → server: the files of soldes that follow from an open avance, as snippets; null for what is no avance. */
export const GENERER_SOLDE = 'segur/genererSolde';
export interface GenererSolde {
  readonly uri: string;
}
export type SoldesGeneres = SoldeSnippets;

/** Client → server: the files that an open document is taken apart into; null for what is no file of requests. */
export const DECOUPER = 'segur/decouper';
export interface Decouper {
  readonly uri: string;
  /** By number of requests, or the OK and the KO ones apart. */
  readonly par: 'nombre' | 'verdict';
}
export interface Decoupes {
  /** None where there is nothing to do. */
  readonly fichiers: readonly FichierDecoupe[];
  /** Why it cannot be done, in words. */
  readonly refus: string | null;
}
export interface FichierDecoupe {
  /** Without a folder. */
  readonly nom: string;
  readonly texte: string;
  readonly demandes: number;
}

/** Client → server: what the ZIP of the attachments of an open document is to hold; null for what is no file of requests. */
export const PREPARER_ZIP = 'segur/preparerZip';
export interface PreparerZip {
  readonly uri: string;
  /** The files beside the document and below, their paths from there. */
  readonly fichiers: readonly FichierPresent[];
  /** The text of `.segur/zip-history.json`; null when there is none. */
  readonly historique: string | null;
}
export interface ZipPrepare {
  /** Why nothing can be prepared, in words; none when it can. */
  readonly refus: readonly string[];
  readonly avis: readonly string[];
  /** Of the ZIP. */
  readonly nom: string;
  readonly entrees: readonly Entree[];
  readonly renommages: readonly Renommage[];
  /** The new names in the text of that version of the document. */
  readonly modifications: readonly TextEdit[];
  readonly version: number;
  /** What `.segur/zip-history.json` is to say once the ZIP is there. */
  readonly historique: string;
}
/** Client → server: the SONS of which a candidature can be opened, each with the histories that make a difference. */
export const SONS_CANDIDATURE = 'segur/sonsCandidature';
export interface SonsCandidature {
  readonly sons: string;
  readonly libelle: string;
  /** Its next last day, or that none is known. */
  readonly detail: string;
  readonly historiques: readonly {
    readonly historique: Answers['historique'];
    readonly libelle: string;
    readonly detail: string;
  }[];
}

/** Client → server: the text of a new manifest for these answers, as a snippet. */
export const NOUVELLE_CANDIDATURE = 'segur/nouvelleCandidature';
export type NouvelleCandidature = Answers;

/** Client → server: all that the panel of a candidature shows, and where each of its rows stands in the text. */
export const CANDIDATURE = 'segur/candidature';
export type Candidature = CandidatureView;

/** Client → server: what the columns of a file are taken for, to be confirmed. */
export const PROPOSER_BASE = 'segur/proposerBase';
export interface FichierDeBase {
  readonly uri: string;
  readonly feuille?: string;
  readonly colonnes?: readonly Colonne[];
}
export type PropositionDeBase = BaseProposal;

/** Client → server: reads a file with confirmed columns, and gives what became of its rows. Nothing is put in force. */
export const ESSAYER_BASE = 'segur/essayerBase';
export type EssaiDeBase = BaseReport;

/** Client → server: what official JSON files say of their model; with all that is decided, what is to be written. */
export const IMPORTER_MODELE = 'segur/importerModele';
export interface ImporterModele {
  readonly fichiers: readonly { readonly nom: string; readonly texte: string }[];
  /** URI of the workspace folder that learns the model. */
  readonly dossier: string;
  readonly sons?: string;
  readonly etape?: Etape;
  /** Places whose role is kept. */
  readonly retenus?: readonly string[];
}
export interface RolePropose {
  readonly place: string;
  readonly balise: string;
  readonly role: string;
  readonly confiance: string;
  readonly raisons: string;
  /** Sure enough to be kept without a word. */
  readonly retenu: boolean;
}
export interface ModelePropose {
  /** Why these files cannot serve as a model. */
  readonly refus?: string;
  readonly sons?: string;
  readonly etape?: Etape;
  readonly roles: readonly RolePropose[];
  readonly resultat?: { readonly nom: string; readonly schema: string; readonly rapport: string };
}

/** A document, or none: what is asked then does not depend on a file. */
export interface FichierOuvert {
  readonly uri: string | null;
}

/** Client → server: what the teams of the folders accept, with its reason. */
export const EXCEPTIONS = 'segur/exceptions';
export interface ExceptionEcrite {
  readonly titre: string;
  /** The file, and the request where there is one. */
  readonly portee: string;
  /** The reason, the last day and the state, in words. */
  readonly detail: string;
  readonly etat: ExceptionState;
  /** Where it is written. */
  readonly uri: string;
  readonly position: Position;
}

/** The command of our client that asks for a reason is given one of these. */
export type Accepter = AcceptArguments;

/** Client → server: all that the panel of deadlines shows. */
export const ECHEANCES = 'segur/echeances';
export type Echeances = EcheancesModel;

/** Client → server: the nearest last day of a file's SONS; null when there is none to tell. */
export const PROCHAINE_ECHEANCE = 'segur/prochaineEcheance';
export type ProchaineEcheance = NextDeadline;

/** Client → server: where the date of the order of a request stands, as a range; null when there is none any more. */
export const LIEU_COMMANDE = 'segur/lieuCommande';
export interface CommandeDe {
  readonly uri: string;
  /** From 0. */
  readonly rang: number;
}

/** Client → server: the dates to come of these SONS as a calendar file. */
export const AGENDA = 'segur/agenda';
export interface AgendaDe extends FichierOuvert {
  readonly sons: readonly string[];
}
export type Agenda = AgendaText;

/** Client → server: all that the panel of amounts shows, and where each of its rows stands in the text. */
export const MONTANTS = 'segur/montants';
export type Montants = MontantsView;

/** Client → server: the requests of an avance held against those of its solde, both open. */
export const COMPARER = 'segur/comparer';
export interface Comparer {
  /** URIs. */
  readonly avance: string;
  readonly solde: string;
}
export type Comparaison = ComparaisonView;

/** Client → server: these requests of a file, in this order, for a spreadsheet. */
export const MONTANTS_TABLE = 'segur/montantsTable';
export interface MontantsTableDe extends FichierOuvert {
  /** Ranks, from 0. */
  readonly rangs: readonly number[];
  /** A CSV file, or cells for the clipboard. */
  readonly forme: 'csv' | 'cellules';
}
export interface MontantsTable {
  readonly texte: string;
  /** How many requests are in it. */
  readonly demandes: number;
}
