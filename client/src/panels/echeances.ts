import * as vscode from 'vscode';
import type { BaseLanguageClient, Range } from 'vscode-languageclient';
import { ECHEANCES, LIEU_COMMANDE, type CommandeDe, type Echeances } from '../../../server/src/lsp/protocol';
import type { FileAtHand } from '../file-at-hand';
import { latest } from '../latest';
import { words } from '../words';
import { exportAgenda } from './export-agenda';
import { readEcheancesMessage } from './echeances-messages';
import { editorOf } from './place-in-file';
import { SinglePanel } from './single-panel';

/** The panel of deadlines: refreshed while it is in view. */
export class EcheancesPanel implements vscode.Disposable {
  private readonly panel: SinglePanel;
  private readonly parts: vscode.Disposable;

  constructor(
    private readonly client: BaseLanguageClient,
    extension: vscode.Uri,
    private readonly file: FileAtHand,
    changes: readonly vscode.Event<unknown>[],
  ) {
    const { receive, refresh } = this;
    const title = (): string => words('echeances.titre');
    this.panel = new SinglePanel(extension, { name: 'echeances', title, receive, refresh });
    this.parts = vscode.Disposable.from(
      this.panel,
      file.onDidChange(refresh),
      // A text, a setting or a corrected date changed, or a day began.
      ...changes.map((onChange) => onChange(refresh)),
      vscode.window.onDidChangeWindowState(refresh),
    );
  }

  show(): void {
    this.panel.show();
  }

  dispose(): void {
    this.parts.dispose();
  }

  private readonly receive = async (message: unknown): Promise<void> => {
    const read = readEcheancesMessage(message);
    if (read?.type === 'pret') this.refresh();
    if (read?.type === 'montrer') await this.showOrder(read.rang);
    if (read?.type === 'exporter') await exportAgenda(this.client, { uri: this.uri(), sons: read.sons });
  };

  private readonly refresh = latest(async () => {
    if (!this.panel.isVisible) return;
    const modele = await this.client.sendRequest<Echeances>(ECHEANCES, { uri: this.uri() });
    await this.panel.post({ type: 'modele', modele });
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
