import * as vscode from 'vscode';

/**
 * The file that the user works on: the one in the text editor in front, or the last one that was, while a panel has
 * the focus.
 */
export class FileAtHand implements vscode.Disposable {
  private current = vscode.window.activeTextEditor?.document.uri;
  private readonly changes = new vscode.EventEmitter<void>();
  private readonly parts: vscode.Disposable;
  readonly onDidChange = this.changes.event;

  constructor() {
    this.parts = vscode.Disposable.from(
      this.changes,
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor) this.set(editor.document.uri);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        const isOurs = uri.toString() === this.current?.toString();
        if (isOurs) this.set(vscode.window.activeTextEditor?.document.uri);
      }),
    );
  }

  get uri(): vscode.Uri | undefined {
    return this.current;
  }

  dispose(): void {
    this.parts.dispose();
  }

  private set(uri: vscode.Uri | undefined): void {
    this.current = uri;
    this.changes.fire();
  }
}
