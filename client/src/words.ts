import * as vscode from 'vscode';
import en from '../../l10n/client.en.json';
import fr from '../../l10n/client.fr.json';
import { fill, type MessageParams } from '../../server/src/messages/fill';
import { resolveLangue, type Langue } from '../../server/src/messages/langue';

/** What the extension itself says: the server's sentences stay with the server, so that activation stays light. */
type ClientKey = keyof typeof fr;

const CATALOGUES: Readonly<Record<Langue, Readonly<Record<ClientKey, string>>>> = { fr, en };

/** A sentence in the language of the user's choice. */
export function words(key: ClientKey, params: MessageParams = {}): string {
  const setting = vscode.workspace.getConfiguration('segur').get<string>('langue');
  return fill(CATALOGUES[resolveLangue(setting, vscode.env.language)][key], params);
}
