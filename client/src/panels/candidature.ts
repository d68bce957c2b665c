import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { CANDIDATURE, type Candidature } from '../../../server/src/lsp/protocol';
import type { FileAtHand } from '../file-at-hand';
import { latest } from '../latest';
import { words } from '../words';
import { readCandidatureMessage } from './candidature-messages';
import { editorOf } from './place-in-file';
import { narrowestAt } from './rank-at';
import { ShownFile } from './shown-file';
import { SinglePanel } from './single-panel';

/** The panel of a candidature: refreshed while it is in view, and following the cursor both ways. */
export class CandidaturePanel implements vscode.Disposable {
  private readonly panel: SinglePanel;
  private readonly shown = new ShownFile<Candidature>();
  private readonly parts: vscode.Disposable;

  constructor(
    private readonly client: BaseLanguageClient,
    extension: vscode.Uri,
    private readonly file: FileAtHand,
    changes: readonly vscode.Event<unknown>[],
  ) {
    const { receive, refresh } = this;
    const title = (): string => words('candidature.titre');
    this.panel = new SinglePanel(extension, { name: 'candidature', title, receive, refresh });
    this.parts = vscode.Disposable.from(
      this.panel,
      file.onDidChange(refresh),
      // A text, a setting or a corrected date changed, or a day began.
      ...changes.map((onChange) => onChange(refresh)),
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
    const read = readCandidatureMessage(message);
    if (read?.type === 'pret') this.refresh();
    if (read?.type === 'montrer') {
      await this.shown.reveal(read, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    }
  };

  private readonly refresh = latest(async () => {
    if (!this.panel.isVisible) return;
    const file = this.file.uri;
    const uri = file ? this.client.code2ProtocolConverter.asUri(file) : null;
    const view = await this.client.sendRequest<Candidature>(CANDIDATURE, { uri });
    this.shown.show(file, view);
    await this.panel.post({ type: 'modele', modele: view.modele });
    const editor = editorOf(file);
    if (editor) this.followCursor(editor);
  });

  /** Has the page mark the row around the cursor. While the text is ahead of the page, the refresh will tell. */
  private followCursor({ document, selection }: vscode.TextEditor): void {
    const view = this.shown.viewOf(document);
    if (!view) return;
    const rang = narrowestAt(view.places, document.offsetAt(selection.active));
    void this.panel.post({ type: 'curseur', rang });
  }
}
