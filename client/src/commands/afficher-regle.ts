import * as vscode from 'vscode';
import { isMessageKey, MESSAGE_KEYS } from '../../../server/src/messages/catalogue';
import { words } from '../words';

/** Opens the page of a rule; asks which one when none is named. */
export async function afficherRegle(extension: vscode.Uri, code: unknown): Promise<void> {
  const chosen = typeof code === 'string' && isMessageKey(`regle.${code}.titre`) ? code : await askRule();
  if (chosen === undefined) return;
  const page = vscode.Uri.joinPath(extension, 'docs', 'regles', `${chosen}.md`);
  await vscode.commands.executeCommand('markdown.showPreview', page);
}

async function askRule(): Promise<string | undefined> {
  const items = MESSAGE_KEYS.flatMap((key) => {
    const code = /^regle\.([^.]+)\.titre$/.exec(key)?.[1];
    return code === undefined ? [] : [{ label: words(key), description: code }];
  });
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: words('client.regle.laquelle'),
    matchOnDescription: true,
  });
  return picked?.description;
}
