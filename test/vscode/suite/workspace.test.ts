import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, codesOf, positionOf } from './editor';
import { MENDED } from './texts';
import { until } from './until';

const RULE = 'beneficiaire-en-double-ailleurs';
const inFolder = (...path: string[]): vscode.Uri => {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder);
  return vscode.Uri.joinPath(folder.uri, 'deux fichiers (essai)', ...path);
};
const write = (uri: vscode.Uri, text: string): Thenable<void> =>
  vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));

suite('two files of one folder', () => {
  const open = inFolder('mars.avance.json');
  const closed = inFolder('avril.avance.json');
  /** Of nobody else in the files of the other suites. */
  const number = '99123456789';
  suiteSetup(async () => {
    const text = MENDED.replace(/("RPPS": ")\d{11}/, `$1${number}`);
    await write(open, text);
    await write(closed, text);
  });
  suiteTeardown(() => vscode.workspace.fs.delete(inFolder(), { recursive: true }));

  test('the file that is not open has its finding too, with a link to the other one; both follow the disk', async () => {
    const document = await vscode.workspace.openTextDocument(open);
    await vscode.window.showTextDocument(document);
    // What the day adds of its own is not looked at.
    const isTold = (): boolean => codesOf(document).includes(RULE);
    await until('the finding on the open file', isTold);
    const [finding] = await until('a finding on the closed file', () => {
      const found = vscode.languages.getDiagnostics(closed);
      const told = found.filter((one) => codeOf(one) === RULE);
      return told.length > 0 && told;
    });
    assert.equal(finding?.relatedInformation?.[0]?.location.uri.toString(), open.toString());
    assert.deepEqual(finding?.relatedInformation?.[0]?.location.range, finding?.range);

    const references = await until('two references', async () => {
      const found = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        open,
        positionOf(document, number, 2),
      );
      if (found.length === 2) return found;
      throw new Error(found.map(({ uri }) => uri.path).join(' '));
    });
    assert.deepEqual(
      references.map(({ uri }) => uri.toString()).toSorted(),
      [open, closed].map(String).toSorted(),
    );

    await vscode.workspace.fs.delete(closed);
    await until('no finding on the open file', () => !isTold());
    await until(
      'no finding on a file that is gone',
      () => vscode.languages.getDiagnostics(closed).length === 0,
    );
  });

  test('requests of files that were never opened are found by their reference', async () => {
    const [symbol] = await until('a symbol', async () => {
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'PFI-2025-001',
      );
      return found.length > 0 && found;
    });
    assert.match(symbol?.location.uri.path ?? '', /\/hopital\/pfi-[a-z-]+\.(avance|solde)\.json$/);
  });
});
