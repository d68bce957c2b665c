import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { BaseReports } from '../base/reports';
import type { FileChoices } from '../choices';
import type { CandidaturePanel } from '../panels/candidature';
import type { ComparaisonPanel } from '../panels/comparaison';
import type { EcheancesPanel } from '../panels/echeances';
import type { MontantsPanel } from '../panels/montants';
import { accepterIci } from './accepter-ici';
import { afficherRegle } from './afficher-regle';
import { nePasVerifier, traiterComme } from './choisir-format';
import { chargerBase } from './charger-base';
import { comparer } from './comparer';
import { corrigerTout } from './corriger-tout';
import { decouper, separerOkKo } from './decouper';
import type { WriteOptions } from './file-at-command';
import { genererSolde } from './generer-solde';
import { importerModele } from './importer-modele';
import { listerExceptions } from './lister-exceptions';
import { nouvelleAvance } from './nouvelle-avance';
import { nouvelleCandidature } from './nouvelle-candidature';
import { preparerZip } from './preparer-zip';

/** What commands show things from. */
interface Places {
  readonly extension: vscode.Uri;
  readonly candidature: CandidaturePanel;
  readonly comparaison: ComparaisonPanel;
  readonly echeances: EcheancesPanel;
  readonly montants: MontantsPanel;
  readonly reports: BaseReports;
}

/** One line a command. */
export function registerCommands(
  client: BaseLanguageClient,
  choices: FileChoices,
  { extension, candidature, comparaison, echeances, montants, reports }: Places,
): vscode.Disposable[] {
  const { registerCommand } = vscode.commands;
  return [
    registerCommand('segur.nouvelleAvance', () => nouvelleAvance(client)),
    registerCommand('segur.nouvelleCandidature', () => nouvelleCandidature(client)),
    registerCommand('segur.genererSolde', () => genererSolde(client)),
    registerCommand('segur.chargerBase', (uri?: unknown) => chargerBase(client, reports, uri)),
    registerCommand('segur.decouper', (uri?: vscode.Uri, options?: WriteOptions) =>
      decouper(client, uri, options),
    ),
    registerCommand('segur.separerOkKo', (uri?: vscode.Uri, options?: WriteOptions) =>
      separerOkKo(client, uri, options),
    ),
    registerCommand('segur.preparerZip', (uri?: vscode.Uri, options?: WriteOptions) =>
      preparerZip(client, uri, options),
    ),
    registerCommand('segur.comparer', (uri?: vscode.Uri, other?: vscode.Uri) =>
      comparer(comparaison, uri, other),
    ),
    registerCommand('segur.traiterComme', (uri?: vscode.Uri) => traiterComme(client, choices, uri)),
    registerCommand('segur.nePasVerifier', (uri?: vscode.Uri) => nePasVerifier(choices, uri)),
    registerCommand('segur.corrigerTout', () => corrigerTout(client)),
    registerCommand('segur.afficherRegle', (code?: unknown) => afficherRegle(client, extension, code)),
    registerCommand('segur.accepterIci', (given?: unknown) => accepterIci(client, given)),
    registerCommand('segur.listerExceptions', () => listerExceptions(client)),
    registerCommand('segur.apercuCandidature', () => candidature.show()),
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
