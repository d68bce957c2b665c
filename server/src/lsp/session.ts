import {
  MessageType,
  ShowMessageNotification,
  TextDocuments,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type Location,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../analysis/analyse';
import { readRegulation, REGULATION_PATH } from '../analysis/workspace-regulation';
import { readZipHistory, ZIP_HISTORY_PATH } from '../analysis/zip/history';
import { diagnosticsOf, type DiagnosticOptions } from '../features/diagnostics';
import { rangeOf, type CheckedDocument } from '../features/document';
import { say } from '../messages/catalogue';
import { withoutLinks } from '../messages/without-links';
import { parisTime, type EpochMinutes } from '../regulation/paris-time';
import { REGULATION, type Regulation } from '../regulation/regulation';
import { ALL_RULES } from '../rules/all';
import type { Span } from '../syntax/nodes';
import { VERSION } from '../version';
import { abilitiesOf, serverCapabilities, type ClientAbilities } from './capabilities';
import { Bases } from './bases/bases';
import { KeptIndexes } from './bases/kept-indexes';
import { showProgress } from './bases/progress';
import { Checker } from './checker';
import { Choices } from './choices';
import { Clock, type Alarm } from './clock';
import type { Files, Store } from './files';
import { FolderFormats } from './folder-formats';
import { FolderSettings, type FolderFiles } from './folder-settings';
import { Manifests } from './manifests';
import { OpenDocument } from './open-document';
import type { InitializationOptions, Settings } from './protocol';
import { readSettings, type ReadSettings } from './settings';
import { BesideFiles } from './workspace/beside-files';
import { positionsIn, type ClosedContext } from './workspace/closed-files';
import { canonical } from './workspace/uri';
import { Workspace } from './workspace/workspace';

/** What differs between a process and a worker. */
export interface Host extends Files {
  /** Undefined where nothing can be kept. */
  readonly store: Store | undefined;
  /** Folder of the rules' pages, as a URI, for clients that do not tell one. */
  readonly pages: string | undefined;
  /** The present moment. */
  readonly now: () => EpochMinutes;
  readonly alarm: Alarm;
}

/** A document with what other files bring to it, and a mark that changes with that. */
export interface CheckedAmongOthers extends CheckedDocument {
  readonly mark: string;
}

/** What every handler of one session needs. */
export class Session {
  readonly documents = new TextDocuments(OpenDocument);
  readonly choices: Choices;
  /** Our dates and figures under what each folder's users corrected. */
  readonly regulations: FolderSettings<Regulation>;
  /** Ours, and the models that each folder's users imported. */
  readonly formats: FolderFormats;
  /** All that is read of the workspace's folders. */
  readonly folderFiles: readonly FolderFiles[];
  /** What manifests say to the files beside them. */
  readonly manifests: Manifests;
  readonly checker: Checker;
  /** The base of eligible establishments of each folder. */
  readonly bases: Bases;
  readonly keptIndexes: KeptIndexes;
  /** What the editor's settings name as the base, by folder; by undefined for files in no folder. */
  basePaths: ReadonlyMap<string | undefined, string | undefined> = new Map();
  /** Called when a base is another one. Set by the server once it can show it. */
  basesChanged: () => void = () => undefined;
  /** Called with a folder in which attachments came or went, or a manifest says something else. Set by the server once it can show it. */
  besideChanged: (folder: string) => void = () => undefined;
  /** Turns with the days of Paris, and with what the texts open and close. */
  readonly clock: Clock;
  readonly workspace: Workspace;
  /** The files beside those of requests: attachments. */
  readonly beside: BesideFiles;
  settings: ReadSettings = readSettings(undefined, undefined);
  client: ClientAbilities = abilitiesOf({});
  options: InitializationOptions = {};
  folders: readonly string[] = [];
  /** What was last read of the settings, and of the folders' files: the same once more changes nothing. */
  private writtenSettings: string | undefined;
  private saidInFolders: string | undefined;
  /** What the folders' own files ask for may reach out of them. */
  isTrusted = true;
  locale: string | undefined;

  constructor(
    readonly connection: Connection,
    readonly host: Host,
  ) {
    this.regulations = new FolderSettings(REGULATION_PATH, host.readFile, readRegulation);
    this.formats = new FolderFormats(host.readFile, host.readFolder);
    this.choices = new Choices(host.readFile, (folder) => this.formats.around(`${folder}/`));
    this.manifests = new Manifests(host.readFile, host.readFolder, (folder) =>
      this.besideChanged(canonical(folder)),
    );
    const zips = new FolderSettings(ZIP_HISTORY_PATH, host.readFile, readZipHistory);
    this.folderFiles = [this.choices.settings, this.regulations, this.formats, zips];
    this.keptIndexes = new KeptIndexes(host.store, () => this.options.stockage);
    this.bases = new Bases({
      files: host,
      kept: this.keptIndexes,
      progress: (cancel) =>
        showProgress(connection, this.settings.langue, { cancel, begins: () => this.basesChanged() }),
      changed: () => this.basesChanged(),
      refused: (message) =>
        void connection.sendNotification(ShowMessageNotification.type, {
          type: MessageType.Warning,
          message: withoutLinks(say(this.settings.langue, message)),
        }),
    });
    this.clock = new Clock(host.now, () => [REGULATION, ...this.regulations.all()]);
    this.checker = new Checker({
      settings: (uri) => this.choices.severities(uri, this.settings.regles),
      choice: (uri) => this.choices.get(uri),
      registry: (uri) => this.formats.around(uri),
      regulation: (uri) => this.regulations.around(uri)?.value,
      dossiersComplets: (uri) => this.manifests.dossiersComplets(uri, this.choices.dossiersComplets(uri)),
      base: (uri) => this.bases.around(uri)?.base,
      exceptions: (uri) => this.choices.exceptions(uri),
      fusions: (uri) => this.manifests.fusions(uri, this.choices.fusions(uri)),
      now: host.now,
      period: () => this.clock.period(),
    });
    this.beside = new BesideFiles(host, (folder) => this.besideChanged(folder));
    this.workspace = new Workspace({
      fichiers: (uri) => this.beside.known(uri),
      manifeste: (uri, sons) => this.manifests.of(sons, uri),
      settings: (uri) => this.choices.severities(uri, this.settings.regles),
      exceptions: (uri) => this.choices.exceptions(uri),
      counts: (uri) => uri.startsWith('file:') || this.folders.some((folder) => uri.startsWith(`${folder}/`)),
      circumstances: (uri) => ({
        regulation: this.regulations.around(uri)?.value ?? REGULATION,
        dossiersComplets: this.manifests.dossiersComplets(uri, this.choices.dossiersComplets(uri)),
        today: parisTime(host.now()).jour,
        base: undefined,
        fusions: this.manifests.fusions(uri, this.choices.fusions(uri)),
      }),
    });
  }

  initialize(params: InitializeParams): InitializeResult {
    this.client = abilitiesOf(params.capabilities);
    this.options = (params.initializationOptions as InitializationOptions | null | undefined) ?? {};
    this.folders = foldersOf(params);
    // Until they are read, folders hold nothing: where that is so, what is found meanwhile stands.
    this.saidInFolders = this.inFolders();
    this.isTrusted = this.options.confiance !== false;
    this.locale = params.locale;
    this.applySettings(this.options.reglages);
    return {
      capabilities: serverCapabilities(this.client),
      serverInfo: { name: 'segur-sons', version: VERSION },
    };
  }

  /** Reads anew what the files of the workspace's folders say; true where that is something else. */
  async readFolders(): Promise<boolean> {
    const before = this.saidInFolders;
    // Settings may name a model that the folder learnt: it has to be known.
    await this.formats.setFolders(this.folders);
    const others = this.folderFiles.filter((files) => files !== this.formats);
    const settings = others.map((files) => files.setFolders(this.folders));
    const [manifestsChanged] = await Promise.all([this.manifests.reloadAll(), ...settings]);
    this.saidInFolders = this.inFolders();
    if (!manifestsChanged && this.saidInFolders === before) return false;
    this.clock.forget();
    return true;
  }

  private inFolders(): string {
    return JSON.stringify([this.folders, this.folderFiles.map((files) => files.read())]);
  }

  /** Nothing that was found stands where the settings are others: true then. */
  applySettings(written: Settings | null | undefined): boolean {
    const before = this.writtenSettings;
    this.writtenSettings = JSON.stringify(written ?? {});
    if (this.writtenSettings === before) return false;
    this.settings = readSettings(written, this.locale);
    this.checker.forgetAll();
    return true;
  }

  /** True for a file whose text is a setting, not a file of requests. */
  isFolderFile(uri: string): boolean {
    return this.folderFiles.some((files) => files.uris().includes(uri));
  }

  /** The document as it is now and what is known of it; undefined for one that is not open. */
  checked(uri: string): CheckedDocument | undefined {
    const document = this.documents.get(uri);
    return document && this.amongOthers(document, this.checker.now(document));
  }

  /** The same without holding the server; undefined when the text changed meanwhile. */
  async checkedInPieces(document: TextDocument): Promise<CheckedAmongOthers | undefined> {
    const analysis = await this.checker.inPieces(document);
    const isOpen = this.documents.get(document.uri) === document;
    return analysis && isOpen ? this.amongOthers(document, analysis) : undefined;
  }

  /** How the findings of a document are to be shown in this client. */
  shownIn(document: TextDocument): DiagnosticOptions {
    const builtin = this.options.jsonIntegre === true && document.languageId === 'json';
    const without = builtin
      ? ALL_RULES.filter(({ alsoBuiltinJson }) => alsoBuiltinJson).map(({ code }) => code)
      : [];
    return { ...this.showing(), without: new Set(without) };
  }

  /** How findings are shown in this client where nothing else checks the file. */
  showing(): DiagnosticOptions {
    return {
      pages: this.options.pages ?? this.host.pages,
      without: new Set(),
      ...(this.client.related ? { locate: (uri, span) => this.locate(uri, span) } : {}),
    };
  }

  /** What it takes to read files that are not open. */
  get closedContext(): ClosedContext {
    return {
      files: { ...this.host, readFile: (uri) => this.readBesideManifests(uri) },
      input: (uri, text) => this.checker.inputOf(uri, text),
      show: (checked) => diagnosticsOf(checked, this.showing()),
      langue: () => this.settings.langue,
      idle: () => this.checker.idle(),
      wantsFindings: () => this.client.pullDiagnostics,
    };
  }

  /** A stretch of a file of the workspace, open or not, as the client names it; undefined for a file that is gone. */
  locate(uri: string, span: Span): Location | undefined {
    const key = canonical(uri);
    const name = this.workspace.nameOf(key);
    const closed = this.workspace.closedFile(key);
    const positions = this.documents.get(name) ?? (closed && positionsIn(closed));
    return positions && { uri: name, range: rangeOf(positions, span) };
  }

  /** A file that is not open, once what the manifests beside it say is known. */
  private async readBesideManifests(uri: string): Promise<string | undefined> {
    await this.manifests.follow(uri);
    return this.host.readFile(uri);
  }

  private amongOthers(document: TextDocument, alone: Analysis): CheckedAmongOthers {
    const { analysis, mark } = this.workspace.among(document.uri, alone);
    return { document, analysis, mark, langue: this.settings.langue };
  }
}

function foldersOf(params: InitializeParams): string[] {
  const named = params.workspaceFolders?.map(({ uri }) => uri) ?? [];
  const folders = named.length > 0 ? named : [params.rootUri ?? undefined].filter((uri) => uri !== undefined);
  return folders.map((uri) => uri.replace(/\/$/, ''));
}
