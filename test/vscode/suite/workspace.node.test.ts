import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codesOf, positionOf, untilCodes } from './editor';
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
  let number: string;
  suiteSetup(async () => {
    number = /"RPPS": "(\d{11})"/.exec(MENDED)?.[1] ?? '';
    await write(open, MENDED);
    await write(closed, MENDED);
  });
  suiteTeardown(() => vscode.workspace.fs.delete(inFolder(), { recursive: true }));

  test('the file that is not open has its finding too, with a link to the other one; both follow the disk', async () => {
    const document = await vscode.workspace.openTextDocument(open);
    await vscode.window.showTextDocument(document);
    await untilCodes(document, [RULE]);
    const [finding] = await until('a finding on the closed file', () => {
      const found = vscode.languages.getDiagnostics(closed);
      return found.length > 0 && found;
    });
    assert.equal(finding?.relatedInformation?.[0]?.location.uri.toString(), open.toString());
    assert.deepEqual(finding?.relatedInformation?.[0]?.location.range, finding?.range);

    const references = await until('two references', async () => {
      const found = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        open,
        positionOf(document, number, 2),
      );
      return found.length === 2 && found;
    });
    assert.deepEqual(
      references.map(({ uri }) => uri.toString()).toSorted(),
      [open, closed].map(String).toSorted(),
    );

    await vscode.workspace.fs.delete(closed);
    await untilCodes(document, []);
    await until(
      'no finding on a file that is gone',
      () => vscode.languages.getDiagnostics(closed).length === 0,
    );
    assert.deepEqual(codesOf(document), []);
  });
});
