import {
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { baseState } from '../features/base/state';
import { diagnosticsOf } from '../features/diagnostics';
import type { CheckedDocument } from '../features/document';
import { fileState } from '../features/etat';
import { correctionsState } from '../features/settings-fault';
import { ETAT, type Etat } from './protocol';
import type { CheckedAmongOthers, Session } from './session';
import { canonical } from './workspace/uri';

/**
 * Pull where the client can, push where it cannot, never both. No debounce: a check begins at once, gives way
 * to whatever comes in, and is dropped when a newer text is there. Gives the function that checks all again.
 */
export function serveDiagnostics(session: Session): () => void {
  const { connection, documents } = session;
  let epoch = 0;
  const openings = new WeakMap<TextDocument, number>();
  let opened = 0;
  documents.onDidOpen(({ document }) => openings.set(document, ++opened));
  /** Names one text held against one set of settings in one period: never the same twice, here or in the next server. */
  const resultIdOf = ({ document, mark }: CheckedAmongOthers): string =>
    [
      performance.timeOrigin,
      epoch,
      session.clock.period().since,
      openings.get(document),
      document.version,
      mark,
    ].join('.');

  connection.languages.diagnostics.on(async (params, token): Promise<DocumentDiagnosticReport> => {
    const document = documents.get(params.textDocument.uri);
    if (!document) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const checked = await session.checkedInPieces(document);
    if (!checked || token.isCancellationRequested) throw outdated(token);
    const resultId = resultIdOf(checked);
    if (params.previousResultId === resultId) {
      return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    }
    tellState(session, checked);
    return {
      kind: DocumentDiagnosticReportKind.Full,
      resultId,
      items: diagnosticsOf(checked, session.shownIn(document)),
    };
  });

  const push = (document: TextDocument): void => {
    // What is said on these files is pushed by another hand, and the last push alone would stand.
    if (session.isFolderFile(document.uri)) return;
    session
      .checkedInPieces(document)
      .then((checked) => {
        if (!checked || documents.get(document.uri)?.version !== checked.document.version) return;
        tellState(session, checked);
        return connection.sendDiagnostics({
          uri: document.uri,
          version: document.version,
          diagnostics: diagnosticsOf(checked, session.shownIn(document)),
        });
      })
      .catch((error: unknown) => connection.console.error(String(error)));
  };

  documents.onDidChangeContent(({ document }) => {
    if (!session.client.pullDiagnostics) push(document);
  });
  documents.onDidClose(({ document }) => {
    session.checker.forget(document.uri);
    session.workspace.close(document.uri);
    if (!session.client.pullDiagnostics && !session.isFolderFile(document.uri)) {
      void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
    }
  });

  // A file that shares something with one that changed is told anew; a client that pulls asks by itself.
  session.workspace.onChange((touched, source) => {
    if (session.client.pullDiagnostics) return;
    for (const document of documents.all()) {
      const key = canonical(document.uri);
      if (key !== source && touched.has(key)) push(document);
    }
  });

  return () => {
    epoch++;
    session.checker.forgetAll();
    if (!session.client.pullDiagnostics) documents.all().forEach(push);
    else if (session.client.refreshDiagnostics) void connection.languages.diagnostics.refresh();
  };
}

const NO_BASE = { base: undefined, isReading: false, refus: undefined };

function tellState({ connection, options, regulations, bases }: Session, checked: CheckedDocument): void {
  if (options.clientSegur !== true) return;
  const { uri, version } = checked.document;
  const fichier = fileState(checked);
  const fault = fichier?.verifie === true ? regulations.around(uri)?.fault : undefined;
  const corrections = fault && correctionsState(fault, checked.langue);
  const base =
    fichier?.verifie === true ? baseState(bases.around(uri) ?? NO_BASE, checked.langue) : undefined;
  const etat: Etat = {
    uri,
    version,
    ...(fichier && { fichier }),
    ...(corrections && { corrections }),
    ...(base && { base }),
  };
  void connection.sendNotification(ETAT, etat);
}

/** A pull that was overtaken by a newer text: the client keeps what it shows and asks again. */
function outdated(token: CancellationToken): ResponseError<unknown> {
  return token.isCancellationRequested
    ? new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled')
    : new ResponseError(LSPErrorCodes.ServerCancelled, 'the text has changed', { retriggerRequest: true });
}
