import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codesOf, positionOf } from './editor';
import { inFolder, read, write } from './in-folder';
import { until } from './until';

const SETTINGS = inFolderLater('.segur', 'segur.json');
const BASE = inFolderLater('base-essai.csv');
const FILE = inFolderLater('base-essai.avance.json');
const ALL = 'FINESS;Raison sociale\n990000119;A\n990000127;B\n990000135;C\n990000143;D\n';
const LESS = 'FINESS;Raison sociale\n990000127;B\n990000135;C\n990000143;D\n';

/** The folder is known once the window is open. */
function inFolderLater(...path: string[]): () => vscode.Uri {
  return () => inFolder(...path);
}

suite('the base of eligible establishments that .segur/segur.json names', () => {
  let document: vscode.TextDocument;
  const ineligible = (): number => codesOf(document).filter((code) => code === 'finess-ineligible').length;

  suiteSetup(async () => {
    await write(FILE(), await read(inFolder('hopital', 'dpi-correct.avance.json')));
    await write(BASE(), LESS);
    await write(SETTINGS(), '{ "base": { "fichier": "base-essai.csv" } }');
    document = await vscode.workspace.openTextDocument(FILE());
    await vscode.window.showTextDocument(document);
  });
  suiteTeardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(FILE());
    await vscode.workspace.fs.delete(BASE());
    await vscode.workspace.fs.delete(SETTINGS());
  });

  test('is loaded, and read anew by itself when its file changes', async () => {
    await until('a number that is not in the base', () => ineligible() === 1);
    await write(BASE(), ALL);
    await until('the number is in the base', () => ineligible() === 0);
  });

  test('"go to definition" opens the row of a number', async () => {
    const at = positionOf(document, '990000127', 2);
    const [place] = await until('a definition', async () => {
      const found = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        at,
      );
      return found.length > 0 && found;
    });
    assert.equal(place?.uri.toString(), BASE().toString());
    assert.equal(place?.range.start.line, 2);
  });

  test('is let go with its setting', async () => {
    await write(BASE(), LESS);
    await until('a number that is not in the base', () => ineligible() === 1);
    await write(SETTINGS(), '{}');
    await until('nothing is held against a base', () => ineligible() === 0);
  });
});
