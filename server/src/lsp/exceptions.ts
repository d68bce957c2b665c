import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { stateOf } from '../analysis/exception-states';
import { readWorkspaceSettings, type WorkspaceSettings } from '../analysis/workspace-settings';
import { proposedEnd } from '../analysis/write-exception';
import type { AcceptPlace } from '../features/accept-actions';
import {
  exceptionActions,
  exceptionDiagnostics,
  type JudgedException,
  type ShownSettings,
} from '../features/exceptions';
import { ruleTitle } from '../features/rule-title';
import { translate } from '../messages/catalogue';
import { formatJour } from '../regulation/calendar-date';
import { parisTime } from '../regulation/paris-time';
import { EXCEPTIONS, type ExceptionEcrite } from './protocol';
import type { Session } from './session';
import { below, canonical } from './workspace/uri';

/** The list of what is accepted, in every folder. */
export function serveExceptions(session: Session): void {
  session.connection.onRequest(EXCEPTIONS, (): ExceptionEcrite[] =>
    session.choices.settings.uris().flatMap((uri) => listed(session, uri)),
  );
}

/** What is to be said of the exceptions in a settings file, open or not. */
export function exceptionFaults(session: Session, uri: string): Diagnostic[] {
  const shown = shownSettings(session, uri);
  return shown ? exceptionDiagnostics(shown, judgedIn(session, shown.document)) : [];
}

/** The actions on a settings file; undefined for any other file. */
export function settingsActions(
  session: Session,
  { textDocument: { uri }, range, context: { only } }: CodeActionParams,
): CodeAction[] | undefined {
  const shown = shownSettings(session, uri);
  if (!shown) return undefined;
  const isWanted = only === undefined || only.some((kind) => CodeActionKind.QuickFix.startsWith(kind));
  return isWanted ? exceptionActions(shown, judgedIn(session, shown.document), range) : [];
}

/** Where findings of a file are accepted; undefined for a file that lies in no folder. */
export function acceptPlace(session: Session, uri: string): AcceptPlace | undefined {
  const { choices, documents, client, options } = session;
  const fichier = choices.pathOf(uri);
  const settings = choices.settings.uriAround(uri);
  if (fichier === undefined || settings === undefined) return undefined;
  const document = documents.get(settings);
  return {
    fichier,
    jusquau: proposedEnd(today(session)),
    asks: options.clientSegur === true,
    settings: {
      uri: settings,
      text: document?.getText() ?? choices.settings.textOf(settings),
      version: document?.version ?? null,
      canCreate: client.createsFiles,
    },
  };
}

function listed(session: Session, uri: string): ExceptionEcrite[] {
  const shown = shownSettings(session, uri);
  if (!shown) return [];
  const { langue } = shown;
  return judgedIn(session, shown.document).map(({ exception, node, state }) => {
    const { fichier, demande = '', motif, jusquau, regle } = exception;
    const etat = translate(langue, `exception.etat.${state}`);
    const portee = exception.demande === undefined ? 'exception.portee.fichier' : 'exception.portee.demande';
    return {
      titre: ruleTitle(regle, langue),
      portee: translate(langue, portee, { fichier, demande }),
      detail: translate(langue, 'exception.detail', { motif, jour: formatJour(jusquau), etat }),
      etat: state,
      uri,
      position: shown.document.positionAt(node.start),
    };
  });
}

/** The settings file as it is now: the open text first. */
function shownSettings(session: Session, uri: string): ShownSettings | undefined {
  const { choices, documents, settings } = session;
  if (!choices.settings.uris().includes(uri)) return undefined;
  const text = choices.settings.textOf(uri);
  const closed = text === undefined ? undefined : TextDocument.create(uri, 'json', 0, text);
  const document = documents.get(uri) ?? closed;
  return document && { document, langue: settings.langue, today: today(session) };
}

function judgedIn(session: Session, document: TextDocument): JudgedException[] {
  const { exceptions }: WorkspaceSettings = readWorkspaceSettings(document.getText());
  const folder = session.choices.settings.around(document.uri)?.folder ?? '';
  return exceptions.map(({ exception, node }) => {
    const uri = below(folder, exception.fichier);
    const key = canonical(uri);
    const state = stateOf(exception, {
      today: today(session),
      witness: session.workspace.witnessOf(key),
      settings: session.choices.severities(uri, session.settings.regles),
      hasBase: session.bases.around(uri)?.base !== undefined,
      isWhole: session.workspace.index.isWholeAround(key),
    });
    return { exception, node, state };
  });
}

function today({ host }: Session): ShownSettings['today'] {
  return parisTime(host.now()).jour;
}
