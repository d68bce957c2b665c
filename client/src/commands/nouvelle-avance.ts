import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { FORMATS, NOUVEAU_FICHIER, type FormatLabel } from '../../../server/src/lsp/protocol';
import { words } from '../words';
import { freeName, openNewFile } from './new-file';

/** Asks the SONS and opens a new, unsaved file of requests, ready to be filled from tab stop to tab stop. */
export async function nouvelleAvance(client: BaseLanguageClient): Promise<void> {
  const formats = await client.sendRequest<FormatLabel[]>(FORMATS);
  const avances = formats.filter(({ id }) => id.endsWith('.avance'));
  const picked = await vscode.window.showQuickPick(
    closedLast(avances).map(({ id, libelle, guichet }) => ({
      label: libelle,
      description: id,
      ...(guichet && { detail: guichet.texte }),
    })),
    { placeHolder: words('nouvelle-avance.sons'), matchOnDescription: true },
  );
  if (!picked) return;
  const snippet = await client.sendRequest<string | null>(NOUVEAU_FICHIER, { format: picked.description });
  if (snippet === null) return;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const [sons = picked.description] = picked.description.split('.');
  await openNewFile(await freeName(folder, sons, '.avance.json'), snippet);
}

/** What is closed for certain comes behind the rest. */
function closedLast(formats: readonly FormatLabel[]): FormatLabel[] {
  const isClosed = ({ guichet }: FormatLabel): number => (guichet?.ferme ? 1 : 0);
  return formats.toSorted((a, b) => isClosed(a) - isClosed(b));
}
