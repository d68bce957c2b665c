import {
  TextDocuments,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readRegulation, REGULATION_PATH } from '../analysis/workspace-regulation';
import type { DiagnosticOptions } from '../features/diagnostics';
import type { CheckedDocument } from '../features/document';
import type { EpochMinutes } from '../regulation/paris-time';
import { REGULATION, type Regulation } from '../regulation/regulation';
import { ALL_RULES } from '../rules/all';
import { VERSION } from '../version';
import { abilitiesOf, serverCapabilities, type ClientAbilities } from './capabilities';
import { Checker } from './checker';
import { Choices } from './choices';
import { Clock, type Alarm } from './clock';
import { FolderFormats, type ReadFolder } from './folder-formats';
import { FolderSettings, type FolderFiles, type ReadFile } from './folder-settings';
import type { InitializationOptions, Settings } from './protocol';
import { readSettings, type ReadSettings } from './settings';

/** What differs between a process and a worker. */
export interface Host {
  /** From the disk, or from the client where there is none. */
  readonly readFile: ReadFile;
  readonly readFolder: ReadFolder;
  /** Folder of the rules' pages, as a URI, for clients that do not tell one. */
  readonly pages: string | undefined;
  /** The present moment. */
  readonly now: () => EpochMinutes;
  readonly alarm: Alarm;
}

/** What every handler of one session needs. */
export class Session {
  readonly documents = new TextDocuments(TextDocument);
  readonly choices: Choices;
  /** Our dates and figures under what each folder's users corrected. */
  readonly regulations: FolderSettings<Regulation>;
  /** Ours, and the models that each folder's users imported. */
  readonly formats: FolderFormats;
  /** All that is read of the workspace's folders. */
  readonly folderFiles: readonly FolderFiles[];
  readonly checker: Checker;
  /** Turns with the days of Paris, and with what the texts open and close. */
  readonly clock: Clock;
  settings: ReadSettings = readSettings(undefined, undefined);
  client: ClientAbilities = abilitiesOf({});
  options: InitializationOptions = {};
  folders: readonly string[] = [];
  locale: string | undefined;

  constructor(
    readonly connection: Connection,
    readonly host: Host,
  ) {
    this.choices = new Choices(host.readFile);
    this.regulations = new FolderSettings(REGULATION_PATH, host.readFile, readRegulation);
    this.formats = new FolderFormats(host.readFile, host.readFolder);
    this.folderFiles = [this.choices.settings, this.regulations, this.formats];
    this.clock = new Clock(host.now, () => [REGULATION, ...this.regulations.all()]);
    this.checker = new Checker({
      settings: () => this.settings.regles,
      choice: (uri) => this.choices.get(uri),
      registry: (uri) => this.formats.around(uri),
      regulation: (uri) => this.regulations.around(uri)?.value,
      dossiersComplets: (uri) => this.choices.dossiersComplets(uri),
      now: host.now,
      period: () => this.clock.period(),
    });
  }

  initialize(params: InitializeParams): InitializeResult {
    this.client = abilitiesOf(params.capabilities);
    this.options = (params.initializationOptions as InitializationOptions | null | undefined) ?? {};
    this.folders = foldersOf(params);
    this.locale = params.locale;
    this.applySettings(this.options.reglages);
    return {
      capabilities: serverCapabilities(this.client),
      serverInfo: { name: 'segur-sons', version: VERSION },
    };
  }

  /** Reads anew what the files of the workspace's folders say. */
  async readFolders(): Promise<void> {
    await Promise.all(this.folderFiles.map((settings) => settings.setFolders(this.folders)));
    this.clock.forget();
  }

  applySettings(written: Settings | null | undefined): void {
    this.settings = readSettings(written, this.locale);
    this.checker.forgetAll();
  }

  /** True for a file whose text is a setting, not a file of requests. */
  isFolderFile(uri: string): boolean {
    return this.folderFiles.some((files) => files.uris().includes(uri));
  }

  /** The document as it is now and what is known of it; undefined for one that is not open. */
  checked(uri: string): CheckedDocument | undefined {
    const document = this.documents.get(uri);
    return document && { document, analysis: this.checker.now(document), langue: this.settings.langue };
  }

  /** The same without holding the server; undefined when the text changed meanwhile. */
  async checkedInPieces(document: TextDocument): Promise<CheckedDocument | undefined> {
    const analysis = await this.checker.inPieces(document);
    return analysis && { document, analysis, langue: this.settings.langue };
  }

  /** How the findings of a document are to be shown in this client. */
  shownIn(document: TextDocument): DiagnosticOptions {
    const builtin = this.options.jsonIntegre === true && document.languageId === 'json';
    const without = builtin
      ? ALL_RULES.filter(({ alsoBuiltinJson }) => alsoBuiltinJson).map(({ code }) => code)
      : [];
    return {
      pages: this.options.pages ?? this.host.pages,
      without: new Set(without),
      related: this.client.related,
    };
  }
}

function foldersOf(params: InitializeParams): string[] {
  const named = params.workspaceFolders?.map(({ uri }) => uri) ?? [];
  const folders = named.length > 0 ? named : [params.rootUri ?? undefined].filter((uri) => uri !== undefined);
  return folders.map((uri) => uri.replace(/\/+$/, ''));
}
