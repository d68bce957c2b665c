import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codesOf, openText, positionOf, replace, untilCodes } from './editor';
import { MENDED, WITH_SLIPS } from './texts';
import { until } from './until';

suite('a file of requests in VS Code', () => {
  let document: vscode.TextDocument;
  setup(async () => {
    document = await openText(WITH_SLIPS, 'segur-demande');
    await untilCodes(document, ['litteral-invalide', 'virgule-decimale']);
  });
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  const actionsAt = (needle: string, kind = 'quickfix'): Promise<vscode.CodeAction[]> => {
    const at = positionOf(document, needle);
    return until(`actions at ${needle}`, async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(at, at),
        kind,
        10,
      );
      return actions.length > 0 && actions;
    });
  };

  test('a finding has its code, a link to its page and its range', () => {
    const [first] = vscode.languages.getDiagnostics(document.uri);
    assert.ok(first && typeof first.code === 'object');
    assert.equal(first.code.value, 'litteral-invalide');
    assert.match(first.code.target.path, /docs\/regles\/litteral-invalide\.md$/);
    assert.equal(document.getText(first.range), 'vrai');
    assert.equal(first.severity, vscode.DiagnosticSeverity.Error);
  });

  test('a quick fix mends it', async () => {
    const [fix] = await actionsAt('vrai');
    assert.ok(fix?.edit);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    await untilCodes(document, ['virgule-decimale']);
  });

  test('source.fixAll.segur mends all that is safe, and keeps the spelling of numbers', async () => {
    const [fix] = await actionsAt('{', 'source.fixAll.segur');
    assert.ok(fix?.edit);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.equal(document.getText(), MENDED);
    await untilCodes(document, []);
  });

  test('findings follow each edit', async () => {
    await replace(document, 'vrai', 'true');
    await untilCodes(document, ['virgule-decimale']);
    await replace(document, '"12/03/2026"', '"2026-03-12"');
    await untilCodes(document, ['date-format', 'virgule-decimale']);
    await vscode.commands.executeCommand('undo');
    await untilCodes(document, ['virgule-decimale']);
  });

  test('hover tells what a tag is', async () => {
    const hovers = await until('a hover', async () => {
      const found = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        positionOf(document, 'RPPS', 1),
      );
      return found.length > 0 && found;
    });
    const text = hovers.flatMap(({ contents }) =>
      contents.map((part) => (typeof part === 'string' ? part : part.value)),
    );
    assert.match(text.join('\n'), /RPPS/);
    assert.match(text.join('\n'), /11/);
  });

  test('completion offers the missing tag first, and inserts it with its comma', async () => {
    await replace(document, '"typePrestation": "VAGUE_2",', '');
    const at = positionOf(document, '"solutionLogicielle"');
    const list = await until('completions', async () => {
      const found = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        at,
      );
      return found.items.length > 0 && found;
    });
    const first = list.items.toSorted((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1))[0];
    const label = typeof first?.label === 'object' ? first.label.label : first?.label;
    assert.equal(label, 'typePrestation');
  });

  test('the outline is file → request → sections', async () => {
    const symbols = await until('symbols', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      return found.length > 0 && found;
    });
    const flat = (all: readonly vscode.DocumentSymbol[]): string[] =>
      all.flatMap((s) => [s.name, ...flat(s.children)]);
    assert.ok(
      flat(symbols).some((name) => name.includes('LGC-0001')),
      flat(symbols).join(' | '),
    );
  });

  test('formatting keeps 300.00 as it is', async () => {
    await replace(document, '"siren": "268708518",', '"siren":   "268708518",');
    await replace(document, '300,00', '300.00');
    const edits = await until('formatting edits', async () => {
      const found = await vscode.commands.executeCommand<vscode.TextEdit[] | undefined>(
        'vscode.executeFormatDocumentProvider',
        document.uri,
        { tabSize: 2, insertSpaces: true },
      );
      return found && found.length > 0 && found;
    });
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, edits);
    await vscode.workspace.applyEdit(edit);
    assert.match(document.getText(), /"siren": "268708518",/);
    assert.match(document.getText(), /"montantHT": 300\.00,/);
  });
});

suite('other documents', () => {
  test('a recognised `json` document is checked, and stays json', async () => {
    const document = await openText(WITH_SLIPS, 'json');
    await untilCodes(document, ['litteral-invalide', 'virgule-decimale']);
    assert.equal(document.languageId, 'json');
  });

  test('nothing is said of any other JSON', async () => {
    const other = await openText('{ "name": "autre", "actif": vrai }', 'json');
    const ours = await openText(WITH_SLIPS, 'segur-demande');
    await untilCodes(ours, ['litteral-invalide', 'virgule-decimale']);
    assert.deepEqual(codesOf(other), []);
  });
});
