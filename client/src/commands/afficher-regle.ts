import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { REGLES, type RegleLabel } from '../../../server/src/lsp/protocol';
import { words } from '../words';

/** Opens the page of a rule; asks which one when none is named. */
export async function afficherRegle(
  client: BaseLanguageClient,
  extension: vscode.Uri,
  code: unknown,
): Promise<void> {
  const rules = await client.sendRequest<RegleLabel[]>(REGLES);
  const chosen = rules.some((rule) => rule.code === code) ? (code as string) : await askRule(rules);
  if (chosen === undefined) return;
  const page = vscode.Uri.joinPath(extension, 'docs', 'regles', `${chosen}.md`);
  await vscode.commands.executeCommand('markdown.showPreview', page);
}

async function askRule(rules: readonly RegleLabel[]): Promise<string | undefined> {
  const items = rules.map(({ code, titre }) => ({ label: titre, description: code }));
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: words('regle.laquelle'),
    matchOnDescription: true,
  });
  return picked?.description;
}
