import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { positionOf, replace } from './editor';
import { inFolder, write } from './in-folder';
import { until } from './until';

const TEXT = `{
  "echeances": [
    {
      "id": "MDV-LGC-Va2.avance-fin",
      "value": "2026-06-30T12:00",
      "source": ["Arrêté inventé"],
      "status": "confirmé"
    }
  ]
}
`;

suite('.segur/regulation.json in VS Code, with its schema', () => {
  const file = inFolder('.segur', 'regulation.json');
  let document: vscode.TextDocument;
  suiteTeardown(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.workspace.fs.delete(inFolder('.segur'), { recursive: true });
  });

  /** Waits until one thing is told on the file, or nothing. */
  const untilTold = (what: RegExp | undefined): Promise<true> =>
    until(`${String(what)} is told`, () => {
      const told = vscode.languages.getDiagnostics(file).map(({ message }) => message);
      if (what === undefined ? told.length === 0 : told.length === 1 && what.test(told[0] ?? '')) return true;
      throw new Error(told.join(' | '));
    });

  test('what is wrong is told though the file is not open, and gone once it is mended', async () => {
    await write(file, '{ "echeance": [] }');
    await untilTold(/« echeance » n'est pas un nom connu/);
    await write(file, TEXT);
    await untilTold(undefined);
  });

  test('is a json document, for the editor to check', async () => {
    document = await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(document);
    assert.equal(document.languageId, 'json');
  });

  const offeredAt = async (position: vscode.Position): Promise<string[]> => {
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      position,
    );
    return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
  };

  test('completion offers the statuses, and the keys that are not there yet', async () => {
    const statuses = await until('statuses', async () => {
      const labels = await offeredAt(positionOf(document, '"confirmé"', 2));
      return labels.some((label) => label.includes('confirmer')) && labels;
    });
    for (const status of ['"confirmé"', '"à confirmer"', '"inconnu"']) assert.ok(statuses.includes(status));
    await replace(document, '"status": "confirmé"', '"status": "confirmé",\n      ');
    const keys = await until('keys', async () => {
      const labels = await offeredAt(positionOf(document, '"status": "confirmé",\n      ', 28));
      return labels.includes('note') && labels;
    });
    assert.ok(keys.includes('asOf') && !keys.includes('value'), keys.join());
    await vscode.commands.executeCommand('undo');
  });

  test('hover says in French what a field is', async () => {
    const text = await until('a hover', async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        positionOf(document, '"value"', 2),
      );
      const parts = hovers.flatMap(({ contents }) => contents);
      return parts.map((part) => (typeof part === 'string' ? part : part.value)).join('\n');
    });
    // VS Code escapes what could be read as Markdown.
    assert.match(text.replaceAll('\\', ''), /La date, AAAA-MM-JJ, suivie de l'heure de Paris/);
  });

  test('a value of the wrong form is underlined, once', async () => {
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
    await replace(document, '"status": "confirmé"', '"status": "sûr"');
    const [wrong, ...others] = await until('a diagnostic', () => {
      const found = vscode.languages.getDiagnostics(document.uri);
      return found.length > 0 && found;
    });
    assert.ok(wrong);
    assert.equal(document.getText(wrong.range), '"sûr"');
    assert.match(wrong.message, /à confirmer/);
    assert.deepEqual(others, []);
    await vscode.commands.executeCommand('undo');
    await until('it is gone', () => vscode.languages.getDiagnostics(document.uri).length === 0);
  });

  test('what no schema sees is told by us', async () => {
    await replace(document, '2026-06-30', '2026-02-30');
    await untilTold(/n'est pas un jour du calendrier/);
    await vscode.commands.executeCommand('undo');
    await untilTold(undefined);
  });
});
