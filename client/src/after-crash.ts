import * as vscode from 'vscode';
import {
  CloseAction,
  ErrorAction,
  type CloseHandlerResult,
  type ErrorHandler,
  type ErrorHandlerResult,
} from 'vscode-languageclient';
import { words } from './words';

/** A server that falls more often than this within `WINDOW` milliseconds is left down: the cause is in the files. */
const MOST_FALLS = 4;
const WINDOW = 3 * 60 * 1000;
/** Messages that could not be sent or read, in a row, before the server is given up. */
const MOST_ERRORS = 3;

/** What is done when the server falls: it is started again, which is said once; the text is the editor's and stays. */
export class AfterCrash implements ErrorHandler {
  private falls: readonly number[] = [];
  private wasTold = false;

  /** `restart` starts the server anew when the user asks for it. */
  constructor(private readonly restart: () => Promise<void>) {}

  error(_error: Error, _message: unknown, count: number | undefined): ErrorHandlerResult {
    if (count !== undefined && count <= MOST_ERRORS) return { action: ErrorAction.Continue };
    return { action: ErrorAction.Shutdown, message: words('serveur.arrete') };
  }

  closed(): CloseHandlerResult {
    const now = Date.now();
    this.falls = [...this.falls.filter((fall) => now - fall < WINDOW), now];
    if (this.falls.length > MOST_FALLS) {
      void this.offerRestart();
      return { action: CloseAction.DoNotRestart, handled: true };
    }
    if (!this.wasTold) void vscode.window.showWarningMessage(words('serveur.relance'));
    this.wasTold = true;
    return { action: CloseAction.Restart, handled: true };
  }

  private async offerRestart(): Promise<void> {
    const again = words('serveur.relancer');
    if ((await vscode.window.showErrorMessage(words('serveur.arrete'), again)) !== again) return;
    this.falls = [];
    await this.restart();
  }
}
