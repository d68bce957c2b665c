import {
  CodeActionKind,
  TextDocumentSyncKind,
  type ClientCapabilities,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { FIX_ALL } from '../features/code-actions';

/** What the client can do, with a default for everything: some clients say nothing at all. */
export interface ClientAbilities {
  readonly pullDiagnostics: boolean;
  /** Shows the other places that a diagnostic is about. */
  readonly related: boolean;
  readonly refreshDiagnostics: boolean;
  readonly refreshHints: boolean;
  readonly refreshLenses: boolean;
  readonly configuration: boolean;
  readonly configurationEvents: boolean;
  readonly workspaceFolders: boolean;
  readonly watchedFiles: boolean;
  /** Shows how far a long work is, and lets the user stop it. */
  readonly progress: boolean;
  /** Watches files by a folder and a pattern, in the workspace or not. */
  readonly relativePatterns: boolean;
  readonly snippets: boolean;
  readonly insertReplace: boolean;
  readonly resolvesEdits: boolean;
  /** Makes a new file as a part of an edit. */
  readonly createsFiles: boolean;
  /** An edit may rename files. */
  readonly renamesFiles: boolean;
  /** Can be told after the start which language a feature is for. */
  readonly registersByLanguage: boolean;
}

export function abilitiesOf({ textDocument, workspace, window }: ClientCapabilities): ClientAbilities {
  return {
    ...documentAbilities(textDocument),
    ...workspaceAbilities(workspace),
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    renamesFiles: renamesFiles(workspace?.workspaceEdit),
    progress: window?.workDoneProgress === true,
  };
}

type DocumentAbility =
  'pullDiagnostics' | 'related' | 'snippets' | 'insertReplace' | 'resolvesEdits' | 'registersByLanguage';

function documentAbilities(
  client: ClientCapabilities['textDocument'],
): Pick<ClientAbilities, DocumentAbility> {
  const item = client?.completion?.completionItem;
  const registrable = [
    client?.formatting,
    client?.rangeFormatting,
    client?.foldingRange,
    client?.selectionRange,
  ];
  return {
    pullDiagnostics: client?.diagnostic !== undefined,
    related: showsRelated(client),
    snippets: item?.snippetSupport === true,
    insertReplace: item?.insertReplaceSupport === true,
    registersByLanguage: registrable.every((feature) => feature?.dynamicRegistration === true),
    resolvesEdits: client?.codeAction?.resolveSupport?.properties.includes('edit') === true,
  };
}

function showsRelated(client: ClientCapabilities['textDocument']): boolean {
  return [client?.diagnostic, client?.publishDiagnostics].some((findings) => findings?.relatedInformation);
}

function workspaceAbilities(
  client: ClientCapabilities['workspace'],
): Omit<ClientAbilities, DocumentAbility | 'progress' | 'createsFiles' | 'renamesFiles'> {
  return {
    refreshDiagnostics: client?.diagnostics?.refreshSupport === true,
    refreshHints: client?.inlayHint?.refreshSupport === true,
    refreshLenses: client?.codeLens?.refreshSupport === true,
    configuration: client?.configuration === true,
    configurationEvents: client?.didChangeConfiguration?.dynamicRegistration === true,
    workspaceFolders: client?.workspaceFolders === true,
    watchedFiles: client?.didChangeWatchedFiles?.dynamicRegistration === true,
    relativePatterns: client?.didChangeWatchedFiles?.relativePatternSupport === true,
  };
}

function renamesFiles(edits: NonNullable<ClientCapabilities['workspace']>['workspaceEdit']): boolean {
  return edits?.documentChanges === true && edits.resourceOperations?.includes('rename') === true;
}

/** For clients that cannot be told of a language later: they ask for the documents that they send us. */
const OWN_LANGUAGE_CAPABILITIES: ServerCapabilities = {
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
};

export function serverCapabilities(client: ClientAbilities): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    ...(client.pullDiagnostics
      ? {
          diagnosticProvider: {
            identifier: 'segur',
            interFileDependencies: true,
            workspaceDiagnostics: true,
          },
        }
      : {}),
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL],
      resolveProvider: client.resolvesEdits,
    },
    completionProvider: { triggerCharacters: ['"', ':'] },
    hoverProvider: true,
    inlayHintProvider: true,
    codeLensProvider: { resolveProvider: false },
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    renameProvider: { prepareProvider: true },
    documentLinkProvider: { resolveProvider: false },
    ...(client.registersByLanguage ? {} : OWN_LANGUAGE_CAPABILITIES),
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}
