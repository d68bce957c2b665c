import type { CodeAction, CodeActionParams, Position, TextDocumentIdentifier } from 'vscode-languageserver';
import { RENAMING_RULES, type FichiersDuDocument } from '../features/attachment-rename';
import { codeActionsAt, type DeferredMending } from '../features/code-actions';
import { codeLensesOf } from '../features/code-lenses';
import { completionAt } from '../features/completion/completion';
import { foldingRangesOf } from '../features/folding';
import { formattingEdits } from '../features/formatting';
import { hoverAt } from '../features/hover';
import { mendingEdits, readMending } from '../features/mending';
import { inlayHintsIn } from '../features/inlay-hints';
import { selectionRangesAt } from '../features/selection-ranges';
import { symbolsOf } from '../features/symbols';
import type { CheckedDocument } from '../features/document';
import { acceptPlace, settingsActions } from './exceptions';
import { OWN_LANGUAGES } from './own-language';
import type { Session } from './session';

/** Answers that come from one document as it stands: each handler is one call of a feature. */
export function serveFeatures(session: Session): void {
  const { connection } = session;
  interface Target {
    textDocument: TextDocumentIdentifier;
  }
  /** For files that are checked. */
  const on = <T>({ textDocument }: Target, answer: (checked: CheckedDocument) => T): T | null => {
    const checked = session.checked(textDocument.uri);
    return checked?.analysis.dossier ? answer(checked) : null;
  };
  /** For every file of our languages, one that is not checked (a solde, one left aside) included. */
  const onLayout = <T>(target: Target, answer: (checked: CheckedDocument) => T): T | null => {
    const checked = session.checked(target.textDocument.uri);
    const isOurs = checked && OWN_LANGUAGES.includes(checked.document.languageId);
    return isOurs ? answer(checked) : on(target, answer);
  };

  connection.onHover((params) => on(params, (checked) => hoverAt(checked, params.position)));
  connection.languages.inlayHint.on((params) =>
    session.settings.indications ? on(params, (checked) => inlayHintsIn(checked, params.range)) : null,
  );
  connection.onCodeLens((params) =>
    session.settings.lentilles ? on(params, (checked) => codeLensesOf(checked)) : null,
  );
  connection.onCompletion((params) =>
    on(params, (checked) => completions(session, checked, params.position)),
  );
  connection.onDocumentSymbol((params) => on(params, symbolsOf));
  connection.onFoldingRanges((params) => onLayout(params, foldingRangesOf));
  connection.onSelectionRanges((params) =>
    onLayout(params, (checked) => selectionRangesAt(checked, params.positions)),
  );
  connection.onDocumentFormatting((params) =>
    onLayout(params, (checked) => formattingEdits(checked, params.options)),
  );
  connection.onDocumentRangeFormatting((params) =>
    onLayout(params, (checked) => formattingEdits(checked, params.options, params.range)),
  );
  connection.onCodeAction(async (params) => {
    const ofSettings = settingsActions(session, params);
    if (ofSettings) return ofSettings;
    const beside = await filesToRename(session, params.textDocument.uri);
    return on(params, (checked) => codeActions(session, checked, params, beside));
  });
  connection.onCodeActionResolve((action) => resolved(session, action));
}

function completions(session: Session, checked: CheckedDocument, position: Position) {
  const { snippets, insertReplace } = session.client;
  return completionAt(checked, position, { snippets, insertReplace, now: session.host.now() });
}

/** The files beside a document in which names of attachments are refused, for a client that renames files. */
async function filesToRename(session: Session, uri: string): Promise<FichiersDuDocument | undefined> {
  const findings = session.client.renamesFiles ? session.checked(uri)?.analysis.findings : undefined;
  if (!findings?.some(({ finding }) => RENAMING_RULES.includes(finding.code))) return undefined;
  const fichiers = await session.beside.read(uri);
  return fichiers && { fichiers, uriOf: (chemin) => session.beside.uriOf(uri, chemin) };
}

function codeActions(
  session: Session,
  checked: CheckedDocument,
  params: CodeActionParams,
  beside: FichiersDuDocument | undefined,
): CodeAction[] {
  const { document } = checked;
  const canShowPage = session.options.clientSegur === true;
  const accept = acceptPlace(session, document.uri);
  const options = { ...session.shownIn(document), canShowPage, accept, beside };
  const actions = codeActionsAt(checked, params.range, params.context.only, options);
  return session.client.resolvesEdits ? actions : actions.map((action) => resolved(session, action));
}

/** Works out an action that was only named so far; left without an edit when the text has changed since. */
function resolved(session: Session, action: CodeAction): CodeAction {
  const data = (action.data ?? {}) as Partial<DeferredMending>;
  const checked = data.uri === undefined ? undefined : session.checked(data.uri);
  const mending = readMending(data);
  if (!checked || !mending || checked.document.version !== data.version) return action;
  const { uri, version } = checked.document;
  const edits = mendingEdits(checked, session.checker.input(checked.document), mending);
  return { ...action, edit: { documentChanges: [{ textDocument: { uri, version }, edits }] } };
}
