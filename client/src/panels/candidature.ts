import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { CANDIDATURE, type Candidature } from '../../../server/src/lsp/protocol';
import type { FileAtHand } from '../file-at-hand';
import { latest } from '../latest';
import { langue, words } from '../words';
import { readCandidatureMessage } from './candidature-messages';
import { editorOf, selectPlace } from './place-in-file';
import { narrowestAt } from './rank-at';
import { createPanel } from './webview-panel';

/** The panel of a candidature: one at most, refreshed while it is in view, and following the cursor both ways. */
export class CandidaturePanel implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  /** What the page shows. */
  private shown: { readonly file: vscode.Uri | undefined; readonly view: Candidature } | undefined;
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
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.followCursor(textEditor)),
    );
  }

  show(): void {
    if (this.panel) {
      this.panel.reveal();
      return;
    }
    const panel = createPanel(this.extension, {
      name: 'candidature',
      title: words('candidature.titre'),
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
    const read = readCandidatureMessage(message);
    if (read?.type === 'pret') this.refresh();
    if (read?.type === 'montrer') await this.reveal(read.rang, read.version);
  };

  private readonly refresh = latest(async () => {
    if (!this.panel?.visible) return;
    const file = this.file.uri;
    const uri = file ? this.client.code2ProtocolConverter.asUri(file) : null;
    const view = await this.client.sendRequest<Candidature>(CANDIDATURE, { uri });
    this.shown = { file, view };
    await this.panel.webview.postMessage({ type: 'modele', modele: view.modele });
    const editor = editorOf(file);
    if (editor) this.followCursor(editor);
  });

  /** Has the page mark the row around the cursor. While the text is ahead of the page, the refresh will tell. */
  private followCursor({ document, selection }: vscode.TextEditor): void {
    const view = this.viewOf(document);
    if (!view) return;
    const rang = narrowestAt(view.places, document.offsetAt(selection.active));
    void this.panel?.webview.postMessage({ type: 'rangee', rang });
  }

  /** Goes to a row's place in its file. One of an older text is left: the page is about to show the new one. */
  private async reveal(rang: number, version: number): Promise<void> {
    const file = this.shown?.file;
    if (!file) return;
    const document = await vscode.workspace.openTextDocument(file);
    const view = this.viewOf(document);
    const place = view?.places[rang];
    if (!place || view.modele.version !== version) return;
    await selectPlace(document, place, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** What the page shows of this very version of a document. */
  private viewOf(document: vscode.TextDocument): Candidature | undefined {
    const { file, view } = this.shown ?? {};
    const isShown = file?.toString() === document.uri.toString();
    return isShown && view?.modele.version === document.version ? view : undefined;
  }
}
