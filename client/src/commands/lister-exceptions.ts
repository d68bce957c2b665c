import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { EXCEPTIONS, type ExceptionEcrite } from '../../../server/src/lsp/protocol';
import { words } from '../words';

const ICONS: Readonly<Record<ExceptionEcrite['etat'], string>> = {
  'en-vigueur': '$(pass)',
  perimee: '$(warning)',
  inutile: '$(circle-slash)',
  inconnue: '$(question)',
};

/** Shows what is accepted, why and until when; the one that is chosen is opened where it is written. */
export async function listerExceptions(client: BaseLanguageClient): Promise<void> {
  const exceptions = await client.sendRequest<ExceptionEcrite[]>(EXCEPTIONS);
  if (exceptions.length === 0) {
    void vscode.window.showInformationMessage(words('exceptions.aucune'));
    return;
  }
  const items = exceptions.map(({ titre, portee, detail, etat, uri, position }) => ({
    label: `${ICONS[etat]} ${titre}`,
    description: portee,
    detail,
    uri,
    position: new vscode.Position(position.line, position.character),
  }));
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: words('exceptions.laquelle'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!picked) return;
  const selection = new vscode.Range(picked.position, picked.position);
  await vscode.window.showTextDocument(vscode.Uri.parse(picked.uri), { selection });
}
