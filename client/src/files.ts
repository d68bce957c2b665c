import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { FICHIERS, LIRE_DOSSIER, LIRE_FICHIER } from '../../server/src/lsp/protocol';

interface Asked {
  readonly uri: string;
}

/** Answers a server that has no disk with the editor's own file systems: virtual ones included. */
export function serveFiles(client: BaseLanguageClient): void {
  client.onRequest(LIRE_FICHIER, ({ uri }: Asked) => readFile(vscode.Uri.parse(uri)));
  client.onRequest(FICHIERS, ({ uri }: Asked) => listFiles(vscode.Uri.parse(uri)));
  client.onRequest(LIRE_DOSSIER, ({ uri }: Asked) => readFolder(vscode.Uri.parse(uri)));
}

async function readFile(uri: vscode.Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}

/** The files of requests below a folder, with their sizes; what the user's settings leave out of searches is left out. */
async function listFiles(folder: vscode.Uri): Promise<{ chemin: string; taille: number }[]> {
  const pattern = new vscode.RelativePattern(folder, '**/*.{avance,solde}.json');
  const found = await vscode.workspace.findFiles(pattern, '**/{node_modules,.*}/**');
  const top = folder.path.replace(/\/*$/, '/');
  return Promise.all(
    found.map(async (uri) => ({ chemin: uri.path.slice(top.length), taille: await sizeOf(uri) })),
  );
}

async function sizeOf(uri: vscode.Uri): Promise<number> {
  try {
    return (await vscode.workspace.fs.stat(uri)).size;
  } catch {
    return 0;
  }
}

async function readFolder(uri: vscode.Uri): Promise<{ nom: string; dossier: boolean }[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(uri);
    return entries.map(([nom, type]) => ({ nom, dossier: (type & vscode.FileType.Directory) !== 0 }));
  } catch {
    return [];
  }
}
