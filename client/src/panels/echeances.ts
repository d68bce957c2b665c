import * as vscode from 'vscode';
import type { BaseLanguageClient, Range } from 'vscode-languageclient';
import { ECHEANCES, LIEU_COMMANDE, type CommandeDe, type Echeances } from '../../../server/src/lsp/protocol';
import type { FileAtHand } from '../file-at-hand';
import { latest } from '../latest';
import { langue, words } from '../words';
import { exportAgenda } from './export-agenda';
import { readPageMessage } from './messages';
import { editorOf } from './place-in-file';
import { createPanel } from './webview-panel';

/** The panel of deadlines: one at most, refreshed while it is in view. */
export class EcheancesPanel implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private readonly parts: vscode.Disposable;

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly extension: vscode.Uri,
    private readonly file: FileAtHand,
    changes: readonly vscode.Event<unknown>[],
  ) {
    this.parts = vscode.Disposable.from(
      file.onDidChange(this.refresh),
      // A text, a setting or a corrected date changed, or a day began.
      ...changes.map((onChange) => onChange(this.refresh)),
      vscode.window.onDidChangeWindowState(this.refresh),
    );
  }

  show(): void {
    if (this.panel) {
      this.panel.reveal();
      return;
    }
    const panel = createPanel(this.extension, {
      name: 'echeances',
      title: words('echeances.titre'),
      lang: langue(),
    });
    panel.webview.onDidReceiveMessage(this.receive);
    panel.onDidChangeViewState(this.refresh);
    panel.onDidDispose(() => (this.panel = undefined));
    this.panel = panel;
  }

  dispose(): void {
    this.parts.dispose();
    this.panel?.dispose();
  }

  private readonly receive = async (message: unknown): Promise<void> => {
    const read = readPageMessage(message);
    if (read?.type === 'pret') this.refresh();
    if (read?.type === 'montrer') await this.showOrder(read.rang);
    if (read?.type === 'exporter') await exportAgenda(this.client, { uri: this.uri(), sons: read.sons });
  };

  private readonly refresh = latest(async () => {
    if (!this.panel?.visible) return;
    const modele = await this.client.sendRequest<Echeances>(ECHEANCES, { uri: this.uri() });
    await this.panel.webview.postMessage({ type: 'modele', modele });
  });

  /** The text is the one that the panel speaks of: it is refreshed as it changes. */
  private async showOrder(rang: number): Promise<void> {
    const { uri } = this.file;
    if (!uri) return;
    const wanted: CommandeDe = { uri: this.client.code2ProtocolConverter.asUri(uri), rang };
    const range = await this.client.sendRequest<Range | null>(LIEU_COMMANDE, wanted);
    if (!range) return;
    const selection = this.client.protocol2CodeConverter.asRange(range);
    const viewColumn = editorOf(uri)?.viewColumn ?? vscode.ViewColumn.One;
    await vscode.window.showTextDocument(uri, { selection, viewColumn });
  }

  private uri(): string | null {
    return this.file.uri ? this.client.code2ProtocolConverter.asUri(this.file.uri) : null;
  }
}
