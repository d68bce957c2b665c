import {
  LSPErrorCodes,
  ResponseError,
  type Location,
  type Range,
  type TextDocumentEdit,
  type TextDocumentPositionParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { mentionAt } from '../dossier/summary';
import { baseRowAt } from '../features/base/row';
import { rangeOf } from '../features/document';
import { attachmentLinks, attachmentsIn } from '../features/navigation/attachment-links';
import { definitionAt, referencesAt, type Navigated } from '../features/navigation/from-place';
import { renamableAt, renaming, type Renaming } from '../features/navigation/rename';
import { symbolsNamed } from '../features/navigation/workspace-symbols';
import { say } from '../messages/catalogue';
import { inBreaths } from './breath';
import type { Session } from './session';
import { readClosed } from './workspace/closed-files';
import { canonical } from './workspace/uri';

/** Ways from one place to others, through all the files of the workspace. */
export function serveNavigation(session: Session): void {
  const { connection, workspace } = session;

  connection.onDefinition((params) => {
    const inFiles = from(session, params, definitionAt) ?? [];
    const inBase = baseRow(session, params);
    return inBase ? [inBase, ...inFiles] : inFiles;
  });
  connection.onReferences((params) =>
    from(session, params, (file, offset) => referencesAt(file, offset, params.context.includeDeclaration)),
  );
  connection.onWorkspaceSymbol(async ({ query }, token) => {
    const { index } = workspace;
    const files = index.uris.flatMap((uri) => {
      const summary = index.get(uri);
      return summary ? [[uri, summary] as const] : [];
    });
    const steps = symbolsNamed({ files, locate: (uri, span) => session.locate(uri, span) }, query);
    return inBreaths(steps, () => !token.isCancellationRequested);
  });
  connection.onPrepareRename((params) =>
    from(session, params, (file, offset) => prepared(session, file, offset)),
  );
  connection.onRenameRequest((params) =>
    from(session, params, (_file, offset) =>
      renamed(session, params.textDocument.uri, offset, params.newName),
    ),
  );
  connection.onDocumentLinks(async ({ textDocument: { uri } }) => {
    const checked = session.checked(uri);
    const summary = workspace.index.get(canonical(uri));
    if (!checked || !summary || attachmentsIn(summary).length === 0) return null;
    const { version } = checked.document;
    const fichiers = await session.beside.read(uri);
    if (!fichiers || session.documents.get(uri)?.version !== version) return null;
    return attachmentLinks(checked, summary, (nom) => {
      const [nearest] = fichiers.named(nom);
      return nearest && session.beside.uriOf(uri, nearest.chemin);
    });
  });
}

/** The row of the base that a FINESS names. */
function baseRow(
  session: Session,
  { textDocument: { uri }, position }: TextDocumentPositionParams,
): Location | null {
  const checked = session.checked(uri);
  if (!checked?.analysis.dossier) return null;
  return baseRowAt(checked, position, session.bases.around(uri)?.uri);
}

/** Answers from a document as it stands; null when it is not one of ours. */
function from<T>(
  session: Session,
  { textDocument: { uri }, position }: TextDocumentPositionParams,
  answer: (file: Navigated, offset: number) => T,
): T | null {
  const file = navigated(session, uri);
  const document = session.documents.get(uri);
  return file && document ? answer(file, document.offsetAt(position)) : null;
}

function navigated(session: Session, uri: string): Navigated | undefined {
  // Takes the newest text in.
  if (!session.checked(uri)?.analysis.dossier) return undefined;
  const key = canonical(uri);
  const summary = session.workspace.index.get(key);
  const locate: Navigated['locate'] = (place, span) => session.locate(place, span);
  return summary && { uri: key, summary, neighbours: session.workspace.index, locate };
}

function prepared(
  session: Session,
  file: Navigated,
  offset: number,
): { range: Range; placeholder: string } | null {
  const sought = renamableAt(file, offset);
  const document = session.documents.get(session.workspace.nameOf(file.uri));
  if (!sought || !document) return null;
  const { start, end, text } = sought.mention;
  const quotes = document.getText()[start] === '"' ? 1 : 0;
  return { range: rangeOf(document, { start: start + quotes, end: end - quotes }), placeholder: text };
}

/** Files that are not open are read again first: an edit falls where the text is now, or not at all. */
async function renamed(session: Session, uri: string, offset: number, name: string): Promise<WorkspaceEdit> {
  const version = session.documents.get(uri)?.version;
  for (const { uri: place } of placesToRename(session, uri, offset, name).places) {
    const closed = session.workspace.closedFile(place);
    if (!closed) {
      session.checked(session.workspace.nameOf(place));
      continue;
    }
    const reading = await readClosed(closed.uri, session.closedContext, () => true);
    if (reading.kind === 'lu') session.workspace.setClosed(reading.file);
    else session.workspace.dropClosed(closed.uri);
  }
  if (session.documents.get(uri)?.version !== version) {
    throw new ResponseError(LSPErrorCodes.ContentModified, 'the text has changed');
  }
  return { documentChanges: editsOf(session, placesToRename(session, uri, offset, name), name) };
}

function placesToRename(session: Session, uri: string, offset: number, name: string): Renaming {
  const file = navigated(session, uri);
  const found = file && renaming(file, offset, name);
  if (found?.kind === 'lieux') return found;
  const message = found?.message ?? { key: 'renommer.pas-ici', params: {} };
  throw new ResponseError(LSPErrorCodes.RequestFailed, say(session.settings.langue, message));
}

function editsOf(session: Session, { places }: Renaming, name: string): TextDocumentEdit[] {
  const byFile = new Map<string, TextDocumentEdit>();
  for (const { uri, summary, mention } of places) {
    const location = session.locate(uri, mentionAt(summary, mention));
    if (!location) continue;
    const version = session.documents.get(location.uri)?.version ?? null;
    const edit = byFile.get(uri) ?? { textDocument: { uri: location.uri, version }, edits: [] };
    edit.edits.push({ range: location.range, newText: JSON.stringify(name) });
    byFile.set(uri, edit);
  }
  return [...byFile.values()];
}
