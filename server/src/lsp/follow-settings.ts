import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { REGULATION_PATH } from '../analysis/workspace-regulation';
import { FORMATS_FOLDER } from '../analysis/workspace-formats';
import { SETTINGS_PATH } from '../analysis/workspace-settings';
import { ZIP_HISTORY_PATH } from '../analysis/zip/history';
import { hasAcceptedFormat } from '../rules/pieces/piece-format';
import { CONFIANCE, type Settings } from './protocol';
import { registerOwnLanguage } from './own-language';
import type { Session } from './session';
import { readBasePath } from './settings';
import { PIECE_FILES } from './workspace/beside-files';
import { CHECKED_FILES, isRequestFile } from './workspace/files';

/** What follows from a change of the settings. */
interface Followers {
  /** Does what waits for the settings to be known. */
  readonly begin: () => void;
  /** The same, and shows what is found now. */
  readonly recheck: () => void;
  /** Has the bases that the folders name read in the background. */
  readonly readBases: () => Promise<void>;
  /** Hears of files of requests that changed on the disk. */
  readonly filesChanged: (uris: readonly string[]) => void;
}

/** Keeps the user's settings, folders and choices up to date. */
export function followSettings(session: Session, followers: Followers): void {
  const { begin, recheck, readBases, filesChanged } = followers;
  const { connection } = session;

  connection.onInitialized(async () => {
    const { client } = session;
    if (client.configurationEvents) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'segur' });
    }
    if (client.watchedFiles) {
      const settings = [...SETTINGS_FILES, ...SETTINGS_FOLDERS].map((path) => `**/${path}`);
      const paths = [...settings, CHECKED_FILES, PIECE_FILES];
      const watchers = paths.map((globPattern) => ({ globPattern }));
      await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
    await registerOwnLanguage(session);
    if (client.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(async ({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => trimmed(uri)));
        const kept = session.folders.filter((uri) => !gone.has(uri));
        session.folders = [...kept, ...added.map(({ uri }) => trimmed(uri))];
        await Promise.all([pullSettings(session), session.readFolders()]);
        recheck();
        await readBases();
      });
    }
    const changes = await Promise.all([pullSettings(session), session.readFolders()]);
    // A first check that is under way goes on where what it began with holds.
    if (changes.includes(true)) recheck();
    else begin();
    await readBases();
  });

  connection.onDidChangeConfiguration(async ({ settings }) => {
    const pushed = (settings as { segur?: Settings } | null | undefined)?.segur;
    const isOther = session.client.configuration
      ? await pullSettings(session)
      : pushed !== undefined && applyEverywhere(session, pushed);
    if (isOther) recheck();
    else begin();
    await readBases();
  });

  connection.onNotification(CONFIANCE, async () => {
    session.isTrusted = true;
    await readBases();
  });

  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    const bases = new Set(session.bases.uris().map(decoded));
    // The files of bases change nothing else, and are looked at below.
    const all = changes.map(({ uri }) => uri).filter((uri) => !bases.has(decoded(uri)));
    session.beside.touch(all.filter(hasAcceptedFormat));
    const others = all.filter((uri) => !hasAcceptedFormat(uri));
    const requests = others.filter(isRequestFile);
    if (requests.length > 0) filesChanged(requests);
    if (others.length > requests.length || changes.length === 0) {
      await session.readFolders();
      recheck();
    }
    await readBases();
  });
}

const SETTINGS_FILES = [SETTINGS_PATH, REGULATION_PATH, ZIP_HISTORY_PATH, `${FORMATS_FOLDER}/*.schema.json`];

/** On Linux an editor hears of a new folder, and often not of the files written in it at the same moment. */
const SETTINGS_FOLDERS = ['.segur', FORMATS_FOLDER];

/** True where the settings are others than before. */
async function pullSettings(session: Session): Promise<boolean> {
  const { client, connection, folders, options } = session;
  if (!client.configuration) {
    return applyEverywhere(session, options.reglages);
  }
  const section = 'segur';
  const items = [{ section }, ...folders.map((scopeUri) => ({ scopeUri, section }))];
  const [written, ...byFolder] = (await connection.workspace.getConfiguration(items)) as (Settings | null)[];
  const isOther = session.applySettings(written ?? options.reglages);
  const paths = folders.map((folder, rank) => [folder, readBasePath(byFolder[rank])] as const);
  session.basePaths = new Map([[undefined, session.settings.base], ...paths]);
  return isOther;
}

/** For clients that tell one set of settings, whatever the folder. */
function applyEverywhere(session: Session, written: Settings | undefined): boolean {
  const isOther = session.applySettings(written);
  const { base } = session.settings;
  session.basePaths = new Map([undefined, ...session.folders].map((folder) => [folder, base]));
  return isOther;
}

function trimmed(uri: string): string {
  return uri.replace(/\/$/, '');
}

/** Editors write the same address in several ways. */
function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
