import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import {
  A_REVOIR,
  ETAT,
  LIRE_DOSSIER,
  LIRE_FICHIER,
  type Etat,
  type InitializationOptions,
} from '../../server/src/lsp/protocol';
import { FileChoices } from './choices';
import { registerCommands } from './commands/register';
import { FileAtHand } from './file-at-hand';
import { showNextDeadline } from './next-deadline';
import { EcheancesPanel } from './panels/echeances';
import { MontantsPanel } from './panels/montants';
import { showState } from './status';

/** What activation gives: for tests, and for nobody else. */
export interface SegurExtension {
  readonly client: BaseLanguageClient;
}

const SELECTOR = [{ language: 'segur-demande' }, { language: 'json' }];

let running: BaseLanguageClient | undefined;

/** Starts the server that `create` names and everything that only the editor can do. */
export async function start(
  context: vscode.ExtensionContext,
  create: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<SegurExtension> {
  const client = create({
    documentSelector: SELECTOR,
    initializationOptions: initializationOptions(context),
  });
  running = client;
  const choices = new FileChoices(client, context.globalState);
  client.onRequest(LIRE_FICHIER, ({ uri }: { uri: string }) => readFile(vscode.Uri.parse(uri)));
  client.onRequest(LIRE_DOSSIER, ({ uri }: { uri: string }) => readFolder(vscode.Uri.parse(uri)));
  const etats = new vscode.EventEmitter<Etat>();
  client.onNotification(ETAT, (etat: Etat) => etats.fire(etat));
  const stale = new vscode.EventEmitter<void>();
  client.onNotification(A_REVOIR, () => stale.fire());
  const file = new FileAtHand();
  const echeances = new EcheancesPanel(client, context.extensionUri, file, [etats.event, stale.event]);
  const montants = new MontantsPanel(client, context.extensionUri, file, etats.event);
  context.subscriptions.push(
    etats,
    stale,
    file,
    echeances,
    montants,
    showState(etats.event),
    ...registerCommands(client, choices, { extension: context.extensionUri, echeances, montants }),
  );
  await client.start();
  context.subscriptions.push(showNextDeadline(client, file, { onEtat: etats.event, onStale: stale.event }));
  await choices.tellServer();
  return { client };
}

/** Awaited by VS Code, so that the server ends by itself. */
export async function stop(): Promise<void> {
  await running?.stop();
  running = undefined;
}

function initializationOptions(context: vscode.ExtensionContext): InitializationOptions {
  return {
    clientSegur: true,
    jsonIntegre: true,
    pages: vscode.Uri.joinPath(context.extensionUri, 'docs', 'regles').toString(),
  };
}

async function readFile(uri: vscode.Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return null;
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
