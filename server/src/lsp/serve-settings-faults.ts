import type { TextDocument } from 'vscode-languageserver-textdocument';
import { faultDiagnostic, type SettingsFault } from '../features/settings-fault';
import { nextTurn } from './breath';
import { exceptionFaults } from './exceptions';
import type { Session } from './session';

/**
 * Tells on the files of `.segur/` themselves what is wrong with them. Always pushed: they are read without being
 * open, and a client pulls only what is. Gives the function that tells all again.
 */
export function serveSettingsFaults(session: Session): () => void {
  const { connection, documents, folderFiles } = session;
  /** What was told last, by file. */
  const told = new Map<string, string>();

  const tell = (uri: string): void => {
    const document = documents.get(uri);
    const faults = folderFiles
      .map((files) => files.faultOf(uri, document?.getText()))
      .filter((fault) => fault !== undefined)
      .filter((fault) => !isSaidByEditor(session, document, fault));
    const diagnostics = [
      ...faults.map((fault) => faultDiagnostic(fault, session.settings.langue)),
      ...exceptionFaults(session, uri),
    ];
    const mark = JSON.stringify([document?.version ?? null, diagnostics]);
    if (told.get(uri) === mark || (diagnostics.length === 0 && !told.delete(uri))) return;
    if (diagnostics.length > 0) told.set(uri, mark);
    connection
      .sendDiagnostics({ uri, ...(document && { version: document.version }), diagnostics })
      .catch((error: unknown) => connection.console.error(String(error)));
  };
  const tellIfOurs = ({ document: { uri } }: { readonly document: TextDocument }): void => {
    if (session.isFolderFile(uri)) tell(uri);
  };
  documents.onDidChangeContent(tellIfOurs);
  followFindings(session, () => session.choices.settings.uris().forEach(tell));
  documents.onDidClose(tellIfOurs);

  return () => {
    const uris = folderFiles.flatMap((files) => files.uris());
    // A folder that left the workspace takes what was told of its files with it.
    for (const uri of new Set([...told.keys(), ...uris])) tell(uri);
  };
}

/** Whether an exception is of use follows from what is found in the files: told again once a round of checks is over. */
function followFindings({ checker, workspace, connection }: Session, tell: () => void): void {
  let isWaiting = false;
  workspace.onChange(() => {
    if (isWaiting) return;
    isWaiting = true;
    nextTurn()
      .then(() => checker.idle())
      .finally(() => (isWaiting = false))
      .then(tell)
      .catch((error: unknown) => connection.console.error(String(error)));
  });
}

/** The editor holds an open JSON document against its schema itself, and one that is not open against nothing. */
function isSaidByEditor(
  { options }: Session,
  document: TextDocument | undefined,
  { problem }: SettingsFault,
): boolean {
  return options.jsonIntegre === true && document?.languageId === 'json' && problem.seenBySchema;
}
