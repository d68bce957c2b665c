import { applyEdits, modify, parse, type ParseError } from 'jsonc-parser';
import * as vscode from 'vscode';
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type BaseLanguageClient,
} from 'vscode-languageclient';
import { CHOIX, type Choix } from '../../server/src/lsp/protocol';
import { words } from './words';

const MEMENTO = 'segur.choix';
const LAYOUT = { insertSpaces: true, tabSize: 2 };

/**
 * Which files are read as which format, or left alone. A file of a workspace folder has its choice in that
 * folder's `.segur/segur.json`, where colleagues share it; any other file in the editor's own memory.
 */
export class FileChoices {
  constructor(
    private readonly client: BaseLanguageClient,
    private readonly memory: vscode.Memento,
  ) {}

  /** Remembers a choice, or forgets it with `undefined`. False when the settings file could not be changed. */
  async set(uri: vscode.Uri, choice: string | undefined): Promise<boolean> {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    if (folder) return this.setInFolder(folder, uri, choice);
    const { [uri.toString()]: _forgotten, ...others } = this.loose();
    await this.memory.update(
      MEMENTO,
      choice === undefined ? others : { ...others, [uri.toString()]: choice },
    );
    await this.tellServer();
    return true;
  }

  async tellServer(): Promise<void> {
    const loose = this.loose();
    if (Object.keys(loose).length > 0 || this.told) await this.client.sendNotification(CHOIX, loose);
    this.told = true;
  }

  private told = false;

  private loose(): Choix {
    return this.memory.get<Choix>(MEMENTO) ?? {};
  }

  private async setInFolder(
    folder: vscode.WorkspaceFolder,
    uri: vscode.Uri,
    choice: string | undefined,
  ): Promise<boolean> {
    const file = vscode.Uri.joinPath(folder.uri, '.segur', 'segur.json');
    const before = await textOf(file);
    const errors: ParseError[] = [];
    parse(before, errors);
    if (errors.length > 0) {
      await refuse(file);
      return false;
    }
    const path = uri.path.slice(folder.uri.path.replace(/\/+$/, '').length + 1);
    const edits = modify(before, ['fichiers', path], choice, { formattingOptions: LAYOUT });
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(applyEdits(before, edits)));
    await this.client.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: file.toString(), type: FileChangeType.Changed }],
    });
    return true;
  }
}

async function textOf(file: vscode.Uri): Promise<string> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file)) || '{}\n';
  } catch {
    return '{}\n';
  }
}

/** A settings file that cannot be read is left as it is: the user mends it first. */
async function refuse(file: vscode.Uri): Promise<void> {
  const open = words('ouvrir-reglages');
  const answer = await vscode.window.showErrorMessage(words('reglages-illisibles'), open);
  if (answer === open) await vscode.window.showTextDocument(file);
}
