import * as vscode from 'vscode';
import {
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeActionTriggerKind,
  type BaseLanguageClient,
  type CodeAction,
} from 'vscode-languageclient';
import { words } from '../words';

const FIX_ALL = 'source.fixAll.segur';

/**
 * Applies every safe fix of the file at hand, as one step that can be undone. The server is asked itself:
 * VS Code's own command gives nothing while another extension is registering its providers.
 */
export async function corrigerTout(client: BaseLanguageClient): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) {
    void vscode.window.showInformationMessage(words('aucun-fichier'));
    return;
  }
  const edit = await safeFixes(client, document);
  if (edit && edit.size > 0) await vscode.workspace.applyEdit(edit);
  else void vscode.window.showInformationMessage(words('rien-a-corriger'));
}

async function safeFixes(
  client: BaseLanguageClient,
  document: vscode.TextDocument,
): Promise<vscode.WorkspaceEdit | undefined> {
  const start = { line: 0, character: 0 };
  const actions = await client.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) },
    range: { start, end: start },
    context: { diagnostics: [], only: [FIX_ALL], triggerKind: CodeActionTriggerKind.Invoked },
  });
  const action = actions?.find((candidate): candidate is CodeAction => 'kind' in candidate);
  if (!action) return undefined;
  const { edit } = await client.sendRequest(CodeActionResolveRequest.type, action);
  return edit && client.protocol2CodeConverter.asWorkspaceEdit(edit);
}
