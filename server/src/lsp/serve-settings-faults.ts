import type { TextDocument } from 'vscode-languageserver-textdocument';
import { faultDiagnostic, type SettingsFault } from '../features/settings-fault';
import type { Session } from './session';

/**
 * Tells on the files of `.segur/` themselves what is wrong with them. Always pushed: they are read without being
 * open, and a client pulls only what is. Gives the function that tells all again.
 */
export function serveSettingsFaults(session: Session): () => void {
  const { connection, documents, folderFiles } = session;
  const told = new Set<string>();

  const tell = (uri: string): void => {
    const document = documents.get(uri);
    const faults = folderFiles
      .map((files) => files.faultOf(uri, document?.getText()))
      .filter((fault) => fault !== undefined)
      .filter((fault) => !isSaidByEditor(session, document, fault));
    if (faults.length === 0 && !told.delete(uri)) return;
    if (faults.length > 0) told.add(uri);
    const diagnostics = faults.map((fault) => faultDiagnostic(fault, session.settings.langue));
    connection
      .sendDiagnostics({ uri, ...(document && { version: document.version }), diagnostics })
      .catch((error: unknown) => connection.console.error(String(error)));
  };
  const tellIfOurs = ({ document: { uri } }: { readonly document: TextDocument }): void => {
    if (session.isFolderFile(uri)) tell(uri);
  };
  documents.onDidChangeContent(tellIfOurs);
  documents.onDidClose(tellIfOurs);

  return () => {
    const uris = folderFiles.flatMap((files) => files.uris());
    // A folder that left the workspace takes what was told of its files with it.
    for (const uri of new Set([...told, ...uris])) tell(uri);
  };
}

/** The editor holds an open JSON document against its schema itself, and one that is not open against nothing. */
function isSaidByEditor(
  { options }: Session,
  document: TextDocument | undefined,
  { problem }: SettingsFault,
): boolean {
  return options.jsonIntegre === true && document?.languageId === 'json' && problem.seenBySchema;
}
