import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  NOUVELLE_CANDIDATURE,
  SONS_CANDIDATURE,
  type NouvelleCandidature,
  type SonsCandidature,
} from '../../../server/src/lsp/protocol';
import { words } from '../words';
import { freeName, openNewFile } from './new-file';

/** Asks the SONS, the solution and what it became in wave 1, and opens a new, unsaved manifest for these answers. */
export async function nouvelleCandidature(client: BaseLanguageClient): Promise<void> {
  const answers = await ask(await client.sendRequest<SonsCandidature[]>(SONS_CANDIDATURE));
  if (!answers) return;
  const snippet = await client.sendRequest<string | null>(NOUVELLE_CANDIDATURE, answers);
  if (snippet === null) return;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  await openNewFile(await freeName(folder, answers.sons, '.candidature.json'), snippet);
}

/** The answers in turn; undefined as soon as one question is left. */
async function ask(all: readonly SonsCandidature[]): Promise<NouvelleCandidature | undefined> {
  const title = words('nouvelle-candidature.titre');
  const sons = await vscode.window.showQuickPick(
    all.map((one) => ({ label: one.libelle, description: one.sons, detail: one.detail, one })),
    { title, placeHolder: words('nouvelle-candidature.sons'), matchOnDescription: true },
  );
  if (!sons) return undefined;
  const solution = await input(title, 'nouvelle-candidature.solution');
  if (solution === undefined) return undefined;
  const version = await input(title, 'nouvelle-candidature.version');
  if (version === undefined) return undefined;
  const histoire = await vscode.window.showQuickPick(
    sons.one.historiques.map(({ historique, libelle, detail }) => ({ label: libelle, detail, historique })),
    { title, placeHolder: words('nouvelle-candidature.historique') },
  );
  return histoire && { sons: sons.one.sons, solution, version, historique: histoire.historique };
}

/** One line, which may stay empty; it is kept while the user looks something up elsewhere. */
async function input(
  title: string,
  prompt: 'nouvelle-candidature.solution' | 'nouvelle-candidature.version',
): Promise<string | undefined> {
  const text = await vscode.window.showInputBox({ title, prompt: words(prompt), ignoreFocusOut: true });
  return text?.trim();
}
