import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { FileChoices } from '../choices';
import { afficherRegle } from './afficher-regle';
import { nePasVerifier, traiterComme } from './choisir-format';
import { nouvelleAvance } from './nouvelle-avance';

/** One line a command. */
export function registerCommands(
  client: BaseLanguageClient,
  choices: FileChoices,
  extension: vscode.Uri,
): vscode.Disposable[] {
  const { registerCommand, executeCommand } = vscode.commands;
  return [
    registerCommand('segur.nouvelleAvance', () => nouvelleAvance(client)),
    registerCommand('segur.traiterComme', (uri?: vscode.Uri) => traiterComme(client, choices, uri)),
    registerCommand('segur.nePasVerifier', (uri?: vscode.Uri) => nePasVerifier(choices, uri)),
    registerCommand('segur.corrigerTout', () =>
      executeCommand('editor.action.codeAction', { kind: 'source.fixAll.segur', apply: 'first' }),
    ),
    registerCommand('segur.afficherRegle', (code?: unknown) => afficherRegle(extension, code)),
    registerCommand('segur.redemarrerServeur', () => restart(client, choices)),
  ];
}

async function restart(client: BaseLanguageClient, choices: FileChoices): Promise<void> {
  await client.stop();
  await client.start();
  await choices.tellServer();
}
