import * as vscode from 'vscode';
import en from '../../l10n/client.en.json';
import fr from '../../l10n/client.fr.json';
import { fill } from '../../server/src/messages/fill';
import { resolveLangue, type Langue } from '../../server/src/messages/langue';
import { withoutLinks } from '../../server/src/messages/without-links';

/** What the extension itself says: the server's sentences stay with the server, so that activation stays light. */
type ClientKey = keyof typeof fr;

const CATALOGUES: Readonly<Record<Langue, Readonly<Record<ClientKey, string>>>> = { fr, en };

/** The language of the user's choice. */
export function langue(): Langue {
  const setting = vscode.workspace.getConfiguration('segur').get<string>('langue');
  return resolveLangue(setting, vscode.env.language);
}

/** A sentence in the language of the user's choice; what fills it makes no link. */
export function words(key: ClientKey, params: Readonly<Record<string, string | number>> = {}): string {
  return withoutLinks(fill(CATALOGUES[langue()][key], params));
}
