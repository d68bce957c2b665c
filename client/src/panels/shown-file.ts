import * as vscode from 'vscode';
import { selectPlace } from './place-in-file';

/** What a page shows of a file: places by their rank, of one version of its text. */
interface View {
  readonly places: readonly { readonly start: number; readonly end: number }[];
  readonly modele: { readonly version: number | null };
}

/** The file that a page shows, and what it shows of it. */
export class ShownFile<V extends View> {
  private shown: { readonly file: vscode.Uri | undefined; readonly view: V } | undefined;

  show(file: vscode.Uri | undefined, view: V): void {
    this.shown = { file, view };
  }

  /** What the page shows of this very version of a document. */
  viewOf(document: vscode.TextDocument): V | undefined {
    const { file, view } = this.shown ?? {};
    const isShown = file?.toString() === document.uri.toString();
    return isShown && view?.modele.version === document.version ? view : undefined;
  }

  /** Goes to a place of the file. One of an older text is left: the page is about to show the new one. */
  async reveal(
    { rang, version }: { readonly rang: number; readonly version: number },
    how: vscode.TextEditorRevealType,
  ): Promise<void> {
    const file = this.shown?.file;
    if (!file) return;
    const document = await vscode.workspace.openTextDocument(file);
    const view = this.viewOf(document);
    const place = view?.places[rang];
    if (place && view.modele.version === version) await selectPlace(document, place, how);
  }
}
