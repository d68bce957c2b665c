import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { CHOIX, type Choix } from '../../server/src/lsp/protocol';
import { changeFolderSettings } from './folder-settings';

const MEMENTO = 'segur.choix';

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

  private setInFolder(
    folder: vscode.WorkspaceFolder,
    uri: vscode.Uri,
    choice: string | undefined,
  ): Promise<boolean> {
    const path = uri.path.slice(folder.uri.path.replace(/\/$/, '').length + 1);
    return changeFolderSettings(this.client, folder, ['fichiers', path], choice);
  }
}
