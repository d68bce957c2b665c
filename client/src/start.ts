import * as vscode from 'vscode';
import { State, type BaseLanguageClient, type LanguageClientOptions } from 'vscode-languageclient';
import {
  A_REVOIR,
  CONFIANCE,
  ETAT,
  type Etat,
  type InitializationOptions,
} from '../../server/src/lsp/protocol';
import { AfterCrash } from './after-crash';
import { BaseReports } from './base/reports';
import { FileChoices } from './choices';
import { registerCommands } from './commands/register';
import { FileAtHand } from './file-at-hand';
import { lendFiles } from './lend-files';
import { showNextDeadline } from './next-deadline';
import { CandidaturePanel } from './panels/candidature';
import { ComparaisonPanel } from './panels/comparaison';
import { EcheancesPanel } from './panels/echeances';
import { MontantsPanel } from './panels/montants';
import { showState } from './status';

/** What activation gives: for tests, and for nobody else. */
export interface SegurExtension {
  readonly client: BaseLanguageClient;
}

const SELECTOR = ['segur-demande', 'segur-candidature', 'json'].map((language) => ({ language }));

let running: BaseLanguageClient | undefined;

/** Starts the server that `create` names and everything that only the editor can do. */
export async function start(
  context: vscode.ExtensionContext,
  create: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<SegurExtension> {
  const client: BaseLanguageClient = create({
    documentSelector: SELECTOR,
    // Asked for at each start: a server that was started again must not know less of the user's trust.
    initializationOptions: () => initializationOptions(context),
    errorHandler: new AfterCrash(() => client.start()),
  });
  running = client;
  const choices = new FileChoices(client, context.globalState);
  lendFiles(client, context.storageUri);
  const etats = new vscode.EventEmitter<Etat>();
  client.onNotification(ETAT, (etat: Etat) => etats.fire(etat));
  const stale = new vscode.EventEmitter<void>();
  client.onNotification(A_REVOIR, () => stale.fire());
  const file = new FileAtHand();
  const candidature = new CandidaturePanel(client, context.extensionUri, file, [etats.event, stale.event]);
  const reports = new BaseReports();
  const echeances = new EcheancesPanel(client, context.extensionUri, file, [etats.event, stale.event]);
  const comparaison = new ComparaisonPanel(client, context.extensionUri, etats.event);
  const montants = new MontantsPanel(client, context.extensionUri, file, etats.event);
  context.subscriptions.push(
    etats,
    stale,
    file,
    candidature,
    reports,
    comparaison,
    echeances,
    montants,
    showState(etats.event),
    ...registerCommands(client, choices, {
      extension: context.extensionUri,
      candidature,
      comparaison,
      echeances,
      montants,
      reports,
    }),
  );
  await client.start();
  context.subscriptions.push(showNextDeadline(client, file, { onEtat: etats.event, onStale: stale.event }));
  await choices.tellServer();
  context.subscriptions.push(
    vscode.workspace.onDidGrantWorkspaceTrust(() => void client.sendNotification(CONFIANCE)),
  );
  // A server that was started again knows nothing of before.
  const states = client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) void choices.tellServer();
  });
  context.subscriptions.push(states);
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
    confiance: vscode.workspace.isTrusted,
    pages: vscode.Uri.joinPath(context.extensionUri, 'docs', 'regles').toString(),
    ...(context.storageUri && { stockage: context.storageUri.toString() }),
  };
}
