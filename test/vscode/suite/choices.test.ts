import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { untilCodes } from './editor';
import { inFolder, read, write } from './in-folder';
import { WITH_SLIPS } from './texts';
import { until } from './until';

suite('choices on files of a folder', () => {
  const settings = inFolder('.segur', 'segur.json');
  const file = inFolder('essai.avance.json');
  suiteSetup(() => write(file, WITH_SLIPS));
  suiteTeardown(async () => {
    await vscode.workspace.fs.delete(file);
    await vscode.workspace.fs.delete(inFolder('.segur'), { recursive: true });
  });

  test('"Ne pas vérifier ce fichier" is remembered in .segur/segur.json; taking it back too', async () => {
    const document = await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(document);
    assert.equal(document.languageId, 'segur-demande', 'by its name');
    await untilCodes(document, ['litteral-invalide', 'virgule-decimale']);
    void vscode.commands.executeCommand('segur.nePasVerifier', file);
    await untilCodes(document, []);
    assert.deepEqual(JSON.parse(await read(settings)), { fichiers: { 'essai.avance.json': 'ignorer' } });
    await write(settings, '{}');
    await untilCodes(document, ['litteral-invalide', 'virgule-decimale']);
  });

  test('a settings file that cannot be read is left as it is', async () => {
    const broken = '{ "fichiers": ';
    await write(settings, broken);
    void vscode.commands.executeCommand('segur.nePasVerifier', file);
    await until(
      'the refusal has been thought over',
      () => new Promise((resolve) => setTimeout(() => resolve(true), 500)),
    );
    assert.equal(await read(settings), broken);
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});
