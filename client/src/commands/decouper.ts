import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  DECOUPER,
  type Decouper,
  type Decoupes,
  type FichierDecoupe,
} from '../../../server/src/lsp/protocol';
import { withoutLinks } from '../../../server/src/messages/without-links';
import { words } from '../words';
import { confirmed, fileAtCommand, nameOf, type CommandFile, type WriteOptions } from './file-at-command';
import { freePlace } from './new-file';

/** A file to write, where nothing is. */
interface Placed extends FichierDecoupe {
  readonly uri: vscode.Uri;
}

/** Writes files of 200 requests beside one that has more. */
export function decouper(
  client: BaseLanguageClient,
  uri: vscode.Uri | undefined,
  options?: WriteOptions,
): Promise<void> {
  return writeParts(client, uri, 'nombre', options);
}

/** Writes the requests that are OK and those that are KO apart, beside their file. */
export function separerOkKo(
  client: BaseLanguageClient,
  uri: vscode.Uri | undefined,
  options?: WriteOptions,
): Promise<void> {
  return writeParts(client, uri, 'verdict', options);
}

async function writeParts(
  client: BaseLanguageClient,
  called: vscode.Uri | undefined,
  par: Decouper['par'],
  options: WriteOptions = {},
): Promise<void> {
  const file = await fileAtCommand(called);
  if (!file) return;
  const uri = client.code2ProtocolConverter.asUri(file.uri);
  const parts = await client.sendRequest<Decoupes | null>(DECOUPER, { uri, par });
  if (!parts) {
    void vscode.window.showInformationMessage(words('pas-des-demandes'));
  } else if (parts.refus !== null) {
    void vscode.window.showWarningMessage(withoutLinks(parts.refus));
  } else if (parts.fichiers.length === 0) {
    const said = par === 'nombre' ? 'decoupe.rien' : 'separer.rien';
    void vscode.window.showInformationMessage(words(said, { fichier: file.nom }));
  } else {
    const placed = await placesFor(parts.fichiers, file.folder);
    if (await confirmed(questionOn(file, placed, par), options)) await write(placed);
  }
}

async function placesFor(fichiers: readonly FichierDecoupe[], folder: vscode.Uri): Promise<Placed[]> {
  const placed: Placed[] = [];
  for (const fichier of fichiers) placed.push({ ...fichier, uri: await freePlace(folder, fichier.nom) });
  return placed;
}

function questionOn({ nom }: CommandFile, placed: readonly Placed[], par: Decouper['par']) {
  const liste = placed
    .map(({ uri, demandes }) => words('decoupe.ligne', { fichier: nameOf(uri), nombre: demandes }))
    .join('\n');
  return {
    titre: words(par === 'nombre' ? 'decoupe.titre' : 'separer.titre', {
      fichier: nom,
      nombre: placed.length,
    }),
    detail: words('decoupe.detail', { fichier: nom, liste }),
    oui: words('decoupe.ecrire'),
  };
}

/** In one edit; what has taken a place meanwhile is never replaced. */
async function write(placed: readonly Placed[]): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  for (const { uri, texte } of placed) {
    edit.createFile(uri, { contents: new TextEncoder().encode(texte), overwrite: false });
  }
  if (!(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showErrorMessage(words('decoupe.pas-ecrits'));
    return;
  }
  const liste = placed.map(({ uri }) => nameOf(uri)).join(', ');
  const open = words('ouvrir');
  const [first] = placed;
  void vscode.window.showInformationMessage(words('decoupe.ecrits', { liste }), open).then((answer) => {
    if (answer === open && first) void vscode.window.showTextDocument(first.uri);
  });
}
