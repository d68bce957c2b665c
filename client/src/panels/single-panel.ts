import type * as vscode from 'vscode';
import { langue } from '../words';
import { createPanel } from './webview-panel';

/** What a panel is made of, and what it does. */
interface PanelParts {
  /** That of its script and of its style sheet. */
  readonly name: string;
  /** In the language of the moment. */
  readonly title: () => string;
  /** Takes what its page says. */
  readonly receive: (message: unknown) => Promise<void>;
  /** Called whenever it comes into view. */
  readonly refresh: () => void;
}

/** A panel of which there is one at most: made when it is asked for, and again after it was closed. */
export class SinglePanel implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;

  constructor(
    private readonly extension: vscode.Uri,
    private readonly parts: PanelParts,
  ) {}

  get isVisible(): boolean {
    return this.panel?.visible === true;
  }

  /** Brings it to the front, or makes it: false then, and its page will say when it is ready. */
  show(): boolean {
    if (this.panel) {
      this.panel.reveal();
      return true;
    }
    const { name, title, receive, refresh } = this.parts;
    const panel = createPanel(this.extension, { name, title: title(), lang: langue() });
    panel.webview.onDidReceiveMessage(receive);
    panel.onDidChangeViewState(refresh);
    panel.onDidDispose(() => (this.panel = undefined));
    this.panel = panel;
    return false;
  }

  /** Tells its page, where there is one. */
  async post(message: object): Promise<void> {
    await this.panel?.webview.postMessage(message);
  }

  dispose(): void {
    this.panel?.dispose();
  }
}
