import * as vscode from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import { PROCHAINE_ECHEANCE, type Etat, type ProchaineEcheance } from '../../server/src/lsp/protocol';
import type { FileAtHand } from './file-at-hand';
import { latest } from './latest';
import { words } from './words';

/** The status-bar item of the nearest last day of the file's SONS. Hidden when none is known. */
export function showNextDeadline(
  client: BaseLanguageClient,
  file: FileAtHand,
  { onEtat, onStale }: { readonly onEtat: vscode.Event<Etat>; readonly onStale: vscode.Event<void> },
): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('segur.echeance', vscode.StatusBarAlignment.Right, 90);
  item.name = words('echeances.barre.nom');
  item.command = 'segur.apercuEcheances';

  const refresh = latest(async () => {
    const next = await ask();
    if (!next) {
      item.hide();
      return;
    }
    item.text = `$(calendar) ${next.texte}`;
    item.tooltip = next.detail;
    item.accessibilityInformation = { label: next.detail };
    item.show();
  });
  const ask = async (): Promise<ProchaineEcheance | null> => {
    if (!file.uri || client.state !== State.Running) return null;
    const uri = client.code2ProtocolConverter.asUri(file.uri);
    return client.sendRequest<ProchaineEcheance | null>(PROCHAINE_ECHEANCE, { uri });
  };
  refresh();
  return vscode.Disposable.from(
    item,
    file.onDidChange(refresh),
    onEtat(({ uri }) => {
      if (uri === file.uri?.toString()) refresh();
    }),
    onStale(refresh),
    // Days pass while the window is away.
    vscode.window.onDidChangeWindowState(refresh),
    client.onDidChangeState(refresh),
  );
}
