import * as vscode from 'vscode';
import { words } from '../words';

/** What a keybinding or another extension may add to a command that writes files. */
export interface WriteOptions {
  /** The user has said yes already. */
  readonly sansDemander?: boolean;
}

/** A saved file that a command starts from, and where it lies. */
export interface CommandFile {
  readonly uri: vscode.Uri;
  readonly folder: vscode.Uri;
  readonly nom: string;
}

/** The file that a command was called on, else the one in front, open for the server; undefined, and said, without one. */
export async function fileAtCommand(uri: vscode.Uri | undefined): Promise<CommandFile | undefined> {
  const chosen = uri ?? vscode.window.activeTextEditor?.document.uri;
  if (!chosen) {
    void vscode.window.showInformationMessage(words('aucun-fichier'));
    return undefined;
  }
  if (chosen.scheme === 'untitled') {
    void vscode.window.showInformationMessage(words('enregistrer-d-abord'));
    return undefined;
  }
  await vscode.workspace.openTextDocument(chosen);
  return { uri: chosen, folder: vscode.Uri.joinPath(chosen, '..'), nom: nameOf(chosen) };
}

/** Asks before files are written, unless that was done; the answer is to write. */
export async function confirmed(
  question: { readonly titre: string; readonly detail: string; readonly oui: string },
  { sansDemander = false }: WriteOptions,
): Promise<boolean> {
  if (sansDemander) return true;
  const { titre, detail, oui } = question;
  return (await vscode.window.showInformationMessage(titre, { modal: true, detail }, oui)) === oui;
}

export function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
