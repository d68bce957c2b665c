// A link in the place of `.segur`: only a real disk has links, and only node makes one.
import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { inFolder, read, write } from './in-folder';
import { MENDED } from './texts';
import { until } from './until';

const FOLDER = 'dossier-de-liens';

suite('a .segur that is a link', () => {
  const segur = inFolder('.segur');
  const file = inFolder(FOLDER, 'mars.avance.json');
  let elsewhere: string;
  suiteSetup(async () => {
    elsewhere = await mkdtemp(join(tmpdir(), 'segur-ailleurs-'));
    await write(file, MENDED.replace(/("nomFichier": )"[^"]*"/, '$1"commande.pdf"'));
    await write(inFolder(FOLDER, 'commande.pdf'), '%PDF-');
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file));
  });
  teardown(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await rm(segur.fsPath, { recursive: true, force: true });
  });
  suiteTeardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(inFolder(FOLDER), { recursive: true });
    await rm(elsewhere, { recursive: true });
  });

  test('no choice is written where it leads', async () => {
    await symlink(elsewhere, segur.fsPath, 'junction');
    await vscode.commands.executeCommand('segur.nePasVerifier', file);
    assert.deepEqual(await readdir(elsewhere), []);
  });

  test('nor where a settings file that is a link leads', async () => {
    const target = join(elsewhere, 'un-autre.json');
    await writeFile(target, '{}');
    await vscode.workspace.fs.createDirectory(segur);
    await symlink(target, vscode.Uri.joinPath(segur, 'segur.json').fsPath);
    await vscode.commands.executeCommand('segur.nePasVerifier', file);
    assert.equal(await read(vscode.Uri.file(target)), '{}');
    await rm(target);
  });

  test('no ZIP is prepared when its history would be written there', async () => {
    await symlink(elsewhere, segur.fsPath, 'junction');
    await vscode.commands.executeCommand('segur.preparerZip', file, { sansDemander: true });
    assert.deepEqual(await readdir(elsewhere), []);
    const names = (await readdir(inFolder(FOLDER).fsPath)).sort();
    assert.deepEqual(names, ['commande.pdf', 'mars.avance.json']);
  });

  test('without a link, all of them are written', async () => {
    await vscode.commands.executeCommand('segur.preparerZip', file, { sansDemander: true });
    void vscode.commands.executeCommand('segur.nePasVerifier', file);
    const settings = vscode.Uri.joinPath(segur, 'segur.json');
    assert.ok((await readdir(segur.fsPath)).includes('zip-history.json'));
    assert.ok(await until('the choice is written', () => read(settings)));
  });
});
