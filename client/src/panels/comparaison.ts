import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { COMPARER, type Comparaison, type Etat } from '../../../server/src/lsp/protocol';
import { latest } from '../latest';
import { words } from '../words';
import { readComparaisonMessage } from './comparaison-messages';
import { selectPlace } from './place-in-file';
import { SinglePanel } from './single-panel';

/** The two files that are held against each other. */
export interface Compares {
  readonly avance: vscode.Uri;
  readonly solde: vscode.Uri;
}

/** The panel that holds a solde against its avance: refreshed while it is in view. */
export class ComparaisonPanel implements vscode.Disposable {
  private readonly panel: SinglePanel;
  private files: Compares | undefined;
  private shown: { readonly files: Compares; readonly view: Comparaison } | undefined;
  private readonly parts: vscode.Disposable;

  constructor(
    private readonly client: BaseLanguageClient,
    extension: vscode.Uri,
    onEtat: vscode.Event<Etat>,
  ) {
    const { receive, refresh } = this;
    const title = (): string => words('comparaison.titre');
    this.panel = new SinglePanel(extension, { name: 'comparaison', title, receive, refresh });
    this.parts = vscode.Disposable.from(
      this.panel,
      onEtat(({ uri }) => {
        if (this.files && this.sides(this.files).includes(uri)) refresh();
      }),
    );
  }

  show(files: Compares): void {
    this.files = files;
    if (this.panel.show()) this.refresh();
  }

  dispose(): void {
    this.parts.dispose();
  }

  private readonly receive = async (message: unknown): Promise<void> => {
    const read = readComparaisonMessage(message);
    if (read?.type === 'pret') this.refresh();
    if (read?.type === 'montrer') await this.reveal(read.rang, read.cote);
  };

  private readonly refresh = latest(async () => {
    const { files } = this;
    if (!this.panel.isVisible || !files) return;
    // The server knows open documents only, and the editor closes those that nobody shows.
    await Promise.all([files.avance, files.solde].map((uri) => vscode.workspace.openTextDocument(uri)));
    const [avance, solde] = this.sides(files);
    const view = await this.client.sendRequest<Comparaison>(COMPARER, { avance, solde });
    this.shown = { files, view };
    await this.panel.post({ type: 'modele', modele: view.modele });
  });

  /** Selects a request in its file. One of an older text is left: the page is about to show the new one. */
  private async reveal(rang: number, cote: keyof Compares): Promise<void> {
    if (!this.shown) return;
    const { files, view } = this.shown;
    const document = await vscode.workspace.openTextDocument(files[cote]);
    const place = view.places[rang]?.[cote];
    if (!place || view.versions?.[cote] !== document.version) return;
    await selectPlace(document, place, vscode.TextEditorRevealType.AtTop);
  }

  private sides({ avance, solde }: Compares): [string, string] {
    const converter = this.client.code2ProtocolConverter;
    return [converter.asUri(avance), converter.asUri(solde)];
  }
}
