import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { FileChoices } from '../choices';
import type { EcheancesPanel } from '../panels/echeances';
import type { MontantsPanel } from '../panels/montants';
import { afficherRegle } from './afficher-regle';
import { nePasVerifier, traiterComme } from './choisir-format';
import { corrigerTout } from './corriger-tout';
import { genererSolde } from './generer-solde';
import { importerModele } from './importer-modele';
import { nouvelleAvance } from './nouvelle-avance';

/** What commands show things from. */
interface Places {
  readonly extension: vscode.Uri;
  readonly echeances: EcheancesPanel;
  readonly montants: MontantsPanel;
}

/** One line a command. */
export function registerCommands(
  client: BaseLanguageClient,
  choices: FileChoices,
  { extension, echeances, montants }: Places,
): vscode.Disposable[] {
  const { registerCommand } = vscode.commands;
  return [
    registerCommand('segur.nouvelleAvance', () => nouvelleAvance(client)),
    registerCommand('segur.genererSolde', () => genererSolde(client)),
    registerCommand('segur.traiterComme', (uri?: vscode.Uri) => traiterComme(client, choices, uri)),
    registerCommand('segur.nePasVerifier', (uri?: vscode.Uri) => nePasVerifier(choices, uri)),
    registerCommand('segur.corrigerTout', () => corrigerTout(client)),
    registerCommand('segur.afficherRegle', (code?: unknown) => afficherRegle(client, extension, code)),
    registerCommand('segur.apercuEcheances', () => echeances.show()),
    registerCommand('segur.apercuMontants', () => montants.show()),
    registerCommand('segur.importerModele', () => importerModele(client)),
    registerCommand('segur.redemarrerServeur', () => restart(client, choices)),
  ];
}

async function restart(client: BaseLanguageClient, choices: FileChoices): Promise<void> {
  await client.stop();
  await client.start();
  await choices.tellServer();
}
