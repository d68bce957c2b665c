import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { MONTANTS, type Etat, type Montants } from '../../../server/src/lsp/protocol';
import type { FileAtHand } from '../file-at-hand';
import { latest } from '../latest';
import { words } from '../words';
import { copyMontants, exportMontants } from './export-montants';
import { readMontantsMessage } from './montants-messages';
import { editorOf } from './place-in-file';
import { rankAt } from './rank-at';
import { ShownFile } from './shown-file';
import { SinglePanel } from './single-panel';

/** The panel of amounts: refreshed while it is in view, and following the cursor both ways. */
export class MontantsPanel implements vscode.Disposable {
  private readonly panel: SinglePanel;
  private readonly shown = new ShownFile<Montants>();
  private readonly parts: vscode.Disposable;

  constructor(
    private readonly client: BaseLanguageClient,
    extension: vscode.Uri,
    private readonly file: FileAtHand,
    onEtat: vscode.Event<Etat>,
  ) {
    const { receive, refresh } = this;
    const title = (): string => words('montants.titre');
    this.panel = new SinglePanel(extension, { name: 'montants', title, receive, refresh });
    this.parts = vscode.Disposable.from(
      this.panel,
      file.onDidChange(refresh),
      onEtat(({ uri }) => {
        if (uri === this.uri()) refresh();
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.followCursor(textEditor)),
    );
  }

  show(): void {
    this.panel.show();
  }

  dispose(): void {
    this.parts.dispose();
  }

  private readonly receive = async (message: unknown): Promise<void> => {
    const read = readMontantsMessage(message);
    switch (read?.type) {
      case 'pret':
        this.refresh();
        break;
      case 'montrer':
        await this.shown.reveal(read, vscode.TextEditorRevealType.AtTop);
        break;
      case 'exporter':
        await exportMontants(this.client, this.uri(), read.rangs);
        break;
      case 'copier':
        await copyMontants(this.client, this.uri(), read.rangs);
        break;
      case undefined:
        break;
    }
  };

  private readonly refresh = latest(async () => {
    if (!this.panel.isVisible) return;
    const file = this.file.uri;
    const view = await this.client.sendRequest<Montants>(MONTANTS, { uri: this.uri() });
    this.shown.show(file, view);
    await this.panel.post({ type: 'modele', modele: view.modele });
    const editor = editorOf(file);
    if (editor) this.followCursor(editor);
  });

  /** Has the page mark the request around the cursor. While the text is ahead of the page, the refresh will tell. */
  private followCursor({ document, selection }: vscode.TextEditor): void {
    const view = this.shown.viewOf(document);
    if (!view) return;
    const rang = rankAt(view.places, document.offsetAt(selection.active));
    void this.panel.post({ type: 'curseur', rang });
  }

  private uri(): string | null {
    return this.file.uri ? this.client.code2ProtocolConverter.asUri(this.file.uri) : null;
  }
}
