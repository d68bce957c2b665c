import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codesOf, openText, untilCodes } from './editor';
import { MENDED, WITH_SLIPS } from './texts';
import { until } from './until';

const EXTENSION = 'segur-sons.segur-sons';

suite('commands', () => {
  test('every command of the manifest is there', async () => {
    const extension = vscode.extensions.getExtension(EXTENSION);
    assert.ok(extension);
    await extension.activate();
    const { contributes } = extension.packageJSON as { contributes: { commands: { command: string }[] } };
    const known = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      contributes.commands.map(({ command }) => command).filter((command) => !known.has(command)),
      [],
    );
  });

  test('"Nouvelle demande d\'avance…" asks the SONS and opens a new file without a structural error', async () => {
    const before = vscode.window.activeTextEditor?.document;
    const done = vscode.commands.executeCommand('segur.nouvelleAvance');
    const document = await until('a new file', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      const open = vscode.window.activeTextEditor?.document;
      return open && open !== before && open.getText().includes('"demandes"') && open;
    });
    await done;
    assert.equal(document.languageId, 'segur-demande');
    assert.match(document.getText(), /"typeDemande": "AVANCE"/);
    await until('the new file is checked', async () => {
      const symbols = await vscode.commands.executeCommand<unknown[]>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      return symbols.length > 0;
    });
    const structural = [
      'bloc-manquant',
      'balise-manquante',
      'balise-inconnue',
      'type-invalide',
      'json-syntaxe',
    ];
    assert.deepEqual(
      codesOf(document).filter((code) => structural.includes(String(code))),
      [],
    );
  });

  test('"Générer le solde depuis l\'avance" opens a new file of soldes with what the avance says', async () => {
    const avance = await openText(MENDED, 'segur-demande');
    await vscode.commands.executeCommand('segur.genererSolde');
    const document = await until('a new file of soldes', () => {
      const open = vscode.window.activeTextEditor?.document;
      return Promise.resolve(open && open !== avance && open.getText().includes('"montantSolde"') && open);
    });
    assert.equal(document.languageId, 'segur-demande');
    assert.match(document.uri.path, /\.solde\.json$/);
    assert.match(document.getText(), /"typeDemande": "SOLDE"/);
    await untilCodes(document, ['date-format', 'date-format']);
  });

  test('restarting the server brings the findings back', async () => {
    const document = await openText(WITH_SLIPS, 'segur-demande');
    await untilCodes(document, ['litteral-invalide', 'virgule-decimale']);
    await vscode.commands.executeCommand('segur.redemarrerServeur');
    await untilCodes(document, ['litteral-invalide', 'virgule-decimale']);
  });
});
