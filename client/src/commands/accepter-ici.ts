import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Accepter } from '../../../server/src/lsp/protocol';
import { changeFolderSettings } from '../folder-settings';
import { words } from '../words';

/** At the end of the list. */
const BEHIND_THE_LAST = -1;

/** Asks why a finding is accepted, and until when, and writes the exception in the folder's settings. */
export async function accepterIci(client: BaseLanguageClient, given: unknown): Promise<void> {
  if (!isAccepter(given)) return;
  const { uri, regle, demande, jusquau: proposed } = given;
  const file = vscode.Uri.parse(uri);
  const folder = vscode.workspace.getWorkspaceFolder(file);
  if (!folder) return;
  const motif = await vscode.window.showInputBox({
    title: words('accepter.titre'),
    prompt: words('accepter.motif'),
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? words('accepter.motif.vide') : undefined),
  });
  if (motif === undefined) return;
  const jusquau = await vscode.window.showInputBox({
    title: words('accepter.titre'),
    prompt: words('accepter.jusquau'),
    value: proposed,
    ignoreFocusOut: true,
    validateInput: (text) => (isDay(text.trim()) ? undefined : words('accepter.jusquau.forme')),
  });
  if (jusquau === undefined) return;
  const fichier = file.path.slice(folder.uri.path.replace(/\/$/, '').length + 1);
  await changeFolderSettings(client, folder, ['exceptions', BEHIND_THE_LAST], {
    fichier,
    regle,
    ...(demande !== undefined && { demande }),
    motif: motif.trim(),
    jusquau: jusquau.trim(),
  });
}

/** A day of the calendar, written `JJ/MM/AAAA`. */
function isDay(text: string): boolean {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text) ?? [];
  if (day === undefined) return false;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day);
}

function isAccepter(given: unknown): given is Accepter {
  if (typeof given !== 'object' || given === null) return false;
  const { uri, regle, jusquau, demande } = given as Partial<Record<keyof Accepter, unknown>>;
  const texts = [uri, regle, jusquau, ...(demande === undefined ? [] : [demande])];
  return texts.every((one) => typeof one === 'string');
}
