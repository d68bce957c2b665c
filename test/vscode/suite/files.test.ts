import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { unzipSync } from 'fflate';
import { codesOf, positionOf } from './editor';
import { inFolder, read, write } from './in-folder';
import { MENDED } from './texts';
import { until } from './until';

const YES = { sansDemander: true };

/** The same request several times, each with a reference of its own. */
function withRequests(count: number): string {
  const file = JSON.parse(MENDED) as { demandes: Record<string, unknown>[] };
  const [first] = file.demandes;
  const demandes = Array.from({ length: count }, (_, rank) => ({
    ...first,
    referenceDemande: `D-${rank + 1}`,
  }));
  return `${JSON.stringify({ ...file, demandes }, null, 2)}\n`;
}

const demandesOf = async (name: string): Promise<Record<string, unknown>[]> => {
  const text = await until(name, () => read(inFolder(LOT, name)));
  return (JSON.parse(text) as { demandes: Record<string, unknown>[] }).demandes;
};

const LOT = 'lot-de-commandes';

/** Waits until these are the findings on attachments; the files of this folder ask for the same beneficiaries. */
const untilPieces = (document: vscode.TextDocument, expected: readonly string[]): Promise<boolean> =>
  until(`[${expected.join(', ')}]`, () => {
    const codes = codesOf(document).filter((code) => String(code).startsWith('piece-'));
    if (codes.join() === expected.join()) return true;
    throw new Error(`it has [${codes.join(', ')}]`);
  });

suite('commands that write files beside the one at hand', () => {
  const source = inFolder(LOT, 'mars.avance.json');
  suiteSetup(() => vscode.workspace.fs.createDirectory(inFolder(LOT)));
  suiteTeardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(inFolder(LOT), { recursive: true });
    await vscode.workspace.fs.delete(inFolder('.segur'), { recursive: true });
  });

  test('J06 "Découper en fichiers de 200" writes them, and replaces nothing', async () => {
    const text = withRequests(201);
    await write(source, text);
    await write(inFolder(LOT, 'mars-2.avance.json'), 'le mien');
    await vscode.commands.executeCommand('segur.decouper', source, YES);
    assert.equal((await demandesOf('mars-1.avance.json')).length, 200);
    assert.deepEqual(
      (await demandesOf('mars-2-2.avance.json')).map(({ referenceDemande }) => referenceDemande),
      ['D-201'],
    );
    assert.equal(await read(inFolder(LOT, 'mars-2.avance.json')), 'le mien');
    assert.equal(await read(source), text);
  });

  test('J07 "Séparer OK et KO" writes the OK ones and the KO ones apart', async () => {
    const file = inFolder(LOT, 'avril.avance.json');
    const right = JSON.parse(withRequests(1)) as { demandes: Record<string, unknown>[] };
    const wrong = { ...right.demandes[0], referenceDemande: 'D-2', bonDeCommande: 'aucun' };
    await write(file, JSON.stringify({ ...right, demandes: [right.demandes[0], wrong] }));
    await vscode.commands.executeCommand('segur.separerOkKo', file, YES);
    assert.deepEqual(
      (await demandesOf('avril-ok.avance.json')).map(({ referenceDemande }) => referenceDemande),
      ['D-1'],
    );
    assert.deepEqual(
      (await demandesOf('avril-ko.avance.json')).map(({ referenceDemande }) => referenceDemande),
      ['D-2'],
    );
  });

  test('P01 P04 "Préparer le ZIP des pièces" mends names, zips, and never uses a name twice', async () => {
    const file = inFolder(LOT, 'mai.avance.json');
    const illegal = 'reçu n°1.pdf';
    const text = withRequests(1).replace(/("nomFichier": )"[^"]*"/, `$1${JSON.stringify(illegal)}`);
    assert.ok(text.includes(illegal));
    await write(file, text);
    await write(inFolder(LOT, 'pieces', illegal), '%PDF-');
    for (const nom of ['mai-avance.zip', 'mai-avance-2.zip']) {
      await vscode.commands.executeCommand('segur.preparerZip', file, YES);
      const bytes = await vscode.workspace.fs.readFile(inFolder(LOT, nom));
      assert.deepEqual(Object.keys(unzipSync(bytes)), ['recu-n-1.pdf']);
    }
    assert.equal(await read(file), text.replace(illegal, 'recu-n-1.pdf'));
    const history = JSON.parse(await read(inFolder('.segur', 'zip-history.json'))) as {
      zips: { nom: string }[];
    };
    assert.deepEqual(
      history.zips.map(({ nom }) => nom),
      ['mai-avance.zip', 'mai-avance-2.zip'],
    );
    const left = await vscode.workspace.fs.readDirectory(inFolder(LOT));
    assert.ok(!left.some(([name]) => name.endsWith('.tmp')));
  });

  test('P01 P02 a name refused is put right in the text and on the disk; one that is missing is told', async () => {
    const file = inFolder(LOT, 'juin.avance.json');
    const illegal = 'commande signée.pdf';
    await write(inFolder(LOT, 'pieces', illegal), '%PDF-');
    await write(file, withRequests(1).replace(/("nomFichier": )"[^"]*"/, `$1${JSON.stringify(illegal)}`));
    const document = await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(document);
    await untilPieces(document, ['piece-nom', 'piece-nom-espace']);
    const at = positionOf(document, illegal);
    const fix = await until('the fix that renames', async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        file,
        new vscode.Range(at, at),
        'quickfix',
        10,
      );
      return actions.find(({ title }) => title.includes('sur le disque'));
    });
    assert.ok(fix.edit && (await vscode.workspace.applyEdit(fix.edit)));
    assert.ok(document.getText().includes('"commande-signee.pdf"'));
    assert.equal(await read(inFolder(LOT, 'pieces', 'commande-signee.pdf')), '%PDF-');
    await untilPieces(document, []);
    await vscode.workspace.fs.delete(inFolder(LOT, 'pieces', 'commande-signee.pdf'));
    await untilPieces(document, ['piece-introuvable']);
    await document.save();
  });
});
