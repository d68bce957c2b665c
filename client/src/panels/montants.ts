import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { MONTANTS, type Etat, type Montants } from '../../../server/src/lsp/protocol';
import type { FileAtHand } from '../file-at-hand';
import { latest } from '../latest';
import { langue, words } from '../words';
import { copyMontants, exportMontants } from './export-montants';
import { readMontantsMessage } from './montants-messages';
import { editorOf, selectPlace } from './place-in-file';
import { rankAt } from './rank-at';
import { createPanel } from './webview-panel';

/** The panel of amounts: one at most, refreshed while it is in view, and following the cursor both ways. */
export class MontantsPanel implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  /** What the page shows. */
  private shown: { readonly file: vscode.Uri | undefined; readonly view: Montants } | undefined;
  private readonly parts: vscode.Disposable;

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly extension: vscode.Uri,
    private readonly file: FileAtHand,
    onEtat: vscode.Event<Etat>,
  ) {
    this.parts = vscode.Disposable.from(
      file.onDidChange(this.refresh),
      onEtat(({ uri }) => {
        if (uri === this.uri()) this.refresh();
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.followCursor(textEditor)),
    );
  }

  show(): void {
    if (this.panel) {
      this.panel.reveal();
      return;
    }
    const panel = createPanel(this.extension, {
      name: 'montants',
      title: words('montants.titre'),
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
    const read = readMontantsMessage(message);
    switch (read?.type) {
      case 'pret':
        this.refresh();
        break;
      case 'montrer':
        await this.reveal(read.rang, read.version);
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
    if (!this.panel?.visible) return;
    const file = this.file.uri;
    const view = await this.client.sendRequest<Montants>(MONTANTS, { uri: this.uri() });
    this.shown = { file, view };
    await this.panel.webview.postMessage({ type: 'modele', modele: view.modele });
    const editor = editorOf(file);
    if (editor) this.followCursor(editor);
  });

  /** Has the page mark the request around the cursor. While the text is ahead of the page, the refresh will tell. */
  private followCursor({ document, selection }: vscode.TextEditor): void {
    const view = this.viewOf(document);
    if (!view) return;
    const rang = rankAt(view.places, document.offsetAt(selection.active));
    void this.panel?.webview.postMessage({ type: 'demande', rang });
  }

  /** Selects a request in its file. One of an older text is left: the page is about to show the new one. */
  private async reveal(rang: number, version: number): Promise<void> {
    const file = this.shown?.file;
    if (!file) return;
    const document = await vscode.workspace.openTextDocument(file);
    const view = this.viewOf(document);
    const place = view?.places[rang];
    if (!place || view.modele.version !== version) return;
    await selectPlace(document, place, vscode.TextEditorRevealType.AtTop);
  }

  /** What the page shows of this very version of a document. */
  private viewOf(document: vscode.TextDocument): Montants | undefined {
    const { file, view } = this.shown ?? {};
    const isShown = file?.toString() === document.uri.toString();
    return isShown && view?.modele.version === document.version ? view : undefined;
  }

  private uri(): string | null {
    return this.file.uri ? this.client.code2ProtocolConverter.asUri(this.file.uri) : null;
  }
}
