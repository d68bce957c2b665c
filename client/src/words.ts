import * as vscode from 'vscode';
import { translate, type MessageKey, type MessageParams } from '../../server/src/messages/catalogue';
import { resolveLangue } from '../../server/src/messages/langue';

/** A sentence of the catalogue in the language of the user's choice. */
export function words(key: MessageKey, params: MessageParams = {}): string {
  const setting = vscode.workspace.getConfiguration('segur').get<string>('langue');
  return translate(resolveLangue(setting, vscode.env.language), key, params);
}
