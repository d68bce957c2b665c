import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { REGULATION_PATH } from '../analysis/workspace-regulation';
import { FORMATS_FOLDER } from '../analysis/workspace-formats';
import { SETTINGS_PATH } from '../analysis/workspace-settings';
import type { Settings } from './protocol';
import { registerOwnLanguage } from './own-language';
import type { Session } from './session';

const WATCHED = [SETTINGS_PATH, REGULATION_PATH, `${FORMATS_FOLDER}/*.schema.json`];

/** Keeps the user's settings, folders and choices up to date; `recheck` shows what follows from a change. */
export function followSettings(session: Session, recheck: () => void): void {
  const { connection } = session;

  connection.onInitialized(async () => {
    const { client } = session;
    if (client.configurationEvents) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'segur' });
    }
    if (client.watchedFiles) {
      const watchers = WATCHED.map((path) => ({ globPattern: `**/${path}` }));
      await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
    await registerOwnLanguage(session);
    if (client.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(async ({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => trimmed(uri)));
        const kept = session.folders.filter((uri) => !gone.has(uri));
        session.folders = [...kept, ...added.map(({ uri }) => trimmed(uri))];
        await session.readFolders();
        recheck();
      });
    }
    await Promise.all([pullSettings(session), session.readFolders()]);
    recheck();
  });

  connection.onDidChangeConfiguration(async ({ settings }) => {
    const pushed = (settings as { segur?: Settings } | null | undefined)?.segur;
    if (session.client.configuration) await pullSettings(session);
    else if (pushed) session.applySettings(pushed);
    recheck();
  });

  connection.onDidChangeWatchedFiles(async () => {
    await session.readFolders();
    recheck();
  });
}

async function pullSettings(session: Session): Promise<void> {
  if (!session.client.configuration) return;
  const written = (await session.connection.workspace.getConfiguration('segur')) as Settings | null;
  session.applySettings(written ?? session.options.reglages);
}

function trimmed(uri: string): string {
  return uri.replace(/\/+$/, '');
}
