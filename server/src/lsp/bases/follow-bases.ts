import {
  DidChangeWatchedFilesNotification,
  type Disposable,
  type FileSystemWatcher,
} from 'vscode-languageserver';
import type { Session } from '../session';
import { fileNameOf } from '../../dossier/file-name';
import type { Asked } from './bases';

/**
 * Keeps the bases what the folders ask for and what their files say. Gives the function that looks at all again:
 * in the background, and never before the open documents have been checked once.
 */
export function followBases(session: Session): () => Promise<void> {
  const watch = watchFiles(session);
  const checkOpen = async (): Promise<void> => {
    await Promise.all(session.documents.all().map((document) => session.checkedInPieces(document)));
  };
  return async () => {
    await checkOpen();
    const reading = session.bases.refresh(session.folders, (folder) => askedIn(session, folder));
    await watch();
    await reading;
  };
}

/** What the folder's own settings say wins over the editor's. */
function askedIn({ choices, basePaths, isTrusted }: Session, folder: string | undefined): Asked {
  const settings = folder === undefined ? undefined : choices.settings.around(`${folder}/`)?.value;
  // Anybody may have written that file: it names what is beside it, and nothing else until the user trusts it.
  if (settings?.base) return isTrusted ? settings.base : { ...settings.base, enclos: true };
  if (settings?.problem) return 'garder';
  const fichier = basePaths.get(folder);
  return fichier === undefined ? undefined : { fichier };
}

/** Has the client watch the files of the bases, those outside of the workspace too where it can. */
function watchFiles(session: Session): () => Promise<void> {
  let watched = '';
  let current: Promise<Disposable> | undefined;
  return async () => {
    const { client, connection, bases } = session;
    const uris = bases.uris();
    const now = uris.join('\n');
    if (now === watched || !client.watchedFiles) return;
    watched = now;
    const before = current;
    const watchers = uris.map((uri) => watcherOf(uri, client.relativePatterns));
    current =
      watchers.length === 0
        ? undefined
        : connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    (await before)?.dispose();
    await current;
  };
}

/** A file by its folder and name, or by its name alone for clients that know no other way. */
function watcherOf(uri: string, relative: boolean): FileSystemWatcher {
  const pattern = fileNameOf(uri).replace(/[[\]{}*?]/g, (char) => `[${char}]`);
  const folder = uri.slice(0, uri.lastIndexOf('/'));
  // The top of a file system: an editor takes a path without a slash for no folder at all.
  const baseUri = /^[^:]+:(\/\/[^/]*)?$/.test(folder) ? `${folder}/` : folder;
  return { globPattern: relative ? { baseUri, pattern } : `**/${pattern}` };
}
