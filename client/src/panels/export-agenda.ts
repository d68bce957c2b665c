import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { AGENDA, type Agenda, type AgendaDe } from '../../../server/src/lsp/protocol';
import { words } from '../words';

/** Asks where, writes the calendar file there, and offers to read what could not be put in it. */
export async function exportAgenda(client: BaseLanguageClient, wanted: AgendaDe): Promise<void> {
  const { text, notes } = await client.sendRequest<Agenda>(AGENDA, wanted);
  if (text === '') {
    await tell(words('agenda.rien'), notes);
    return;
  }
  const file = await vscode.window.showSaveDialog({
    defaultUri: proposed(wanted.sons),
    filters: { [words('agenda.filtre')]: ['ics'] },
  });
  if (!file) return;
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  const fichier = file.path.slice(file.path.lastIndexOf('/') + 1);
  await tell(words('agenda.enregistre', { fichier }), notes);
}

function proposed(sons: readonly string[]): vscode.Uri {
  const [only] = sons;
  const name = `${words('agenda.nom')}${sons.length === 1 && only !== undefined ? `-${only}` : ''}.ics`;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return folder ? vscode.Uri.joinPath(folder, name) : vscode.Uri.file(`/${name}`);
}

async function tell(message: string, notes: readonly string[]): Promise<void> {
  const more = words('agenda.absents');
  const answer = await vscode.window.showInformationMessage(message, ...(notes.length > 0 ? [more] : []));
  if (answer !== more) return;
  await vscode.window.showInformationMessage(message, { modal: true, detail: notes.join('\n\n') });
}
