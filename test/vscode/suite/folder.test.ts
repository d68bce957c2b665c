import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { schemaOf } from '../../../server/src/formats/learn/model-schema';
import type { SegurExtension } from '../../../client/src/start';
import earlier from '../../rules/version-anterieure/anterieure/avance.json';
import manifest from '../../rules/version-anterieure/anterieure/candidature.json';
import { modelOf } from '../../support/learnt';
import { codesOf } from './editor';
import { inFolder, read, write } from './in-folder';
import { MENDED } from './texts';
import { until } from './until';

const HERE = 'dossier-essai';

suite('what a folder brings to its files', () => {
  const segur = (...path: string[]): vscode.Uri => inFolder('.segur', ...path);
  suiteTeardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(inFolder(HERE), { recursive: true });
    await vscode.workspace.fs.delete(segur(), { recursive: true });
  });

  /** A new file of this suite, open. */
  const open = async (name: string, text: string): Promise<vscode.TextDocument> => {
    const uri = inFolder(HERE, name);
    await write(uri, text);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    return document;
  };
  const untilTold = (document: vscode.TextDocument, code: string, isTold: boolean): Promise<true> =>
    until(`${code} ${isTold ? 'is' : 'is not'} told`, () => {
      const codes = codesOf(document);
      if (codes.includes(code) === isTold) return true;
      throw new Error(codes.join());
    });

  test('an exception of .segur/segur.json holds for its file, and ends with it', async () => {
    const document = await open('mars.avance.json', MENDED.replace('12/03/2026', '2026-03-12'));
    await untilTold(document, 'date-format', true);
    const exception = {
      fichier: `${HERE}/mars.avance.json`,
      regle: 'date-format',
      motif: 'Accord',
      jusquau: '31/12/2999',
    };
    await write(segur('segur.json'), JSON.stringify({ exceptions: [exception] }));
    await untilTold(document, 'date-format', false);
    await write(segur('segur.json'), '{}');
    await untilTold(document, 'date-format', true);
  });

  test('a date of .segur/regulation.json counts instead of ours', async () => {
    const document = await open('avril.avance.json', MENDED);
    const closesAt = (value: string): Thenable<void> =>
      write(
        segur('regulation.json'),
        JSON.stringify({
          echeances: [
            { id: 'MDV-LGC-Va2.avance-fin', value, source: ['Arrêté inventé'], status: 'confirmé' },
          ],
        }),
      );
    await closesAt('2026-03-31T12:00');
    await untilTold(document, 'guichet-ferme', true);
    await closesAt('2999-03-31T12:00');
    await untilTold(document, 'guichet-ferme', false);
    await vscode.workspace.fs.delete(segur('regulation.json'));
  });

  test('a model in .segur/formats is known, and forgotten with its file', async () => {
    const text = '{"lot": [{"siren": "268708518", "dateSignature": null, "montantHT": 1}], "auteur": null}';
    const file = segur('formats', 'BIO-SGL-Va2.avance.schema.json');
    const schema = schemaOf(modelOf({ name: 'm.json', text }), { sons: 'BIO-SGL-Va2', etape: 'avance' });
    await write(file, JSON.stringify(schema));
    const document = await open('mai.avance.json', text.replace('268708518', '268708519'));
    await until('only the number is told', () => codesOf(document).join() === 'siren-invalide');
    await vscode.workspace.fs.delete(file);
    await untilTold(document, 'balise-manquante', true);
  });

  test('what the manifest beside it says is held against it', async () => {
    const document = await open('juin.avance.json', JSON.stringify(earlier, null, 2));
    const beside = inFolder(HERE, 'dpi.candidature.json');
    await write(beside, JSON.stringify(manifest, null, 2));
    await untilTold(document, 'version-anterieure', true);
    await write(beside, JSON.stringify(manifest, null, 2).replace('"2.10.0"', '"2.4.0"'));
    await untilTold(document, 'version-anterieure', false);
  });

  test('a base in a workbook is loaded by the command, and its index kept for the next time', async () => {
    const text = await read(inFolder('hopital', 'dpi-correct.avance.json'));
    const document = await open('juillet.avance.json', text.replace('990000119', '990000999'));
    void vscode.commands.executeCommand('segur.chargerBase', inFolder('base-es-fictive.xlsx'));
    await until('the base in .segur/segur.json', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return (await read(segur('segur.json'))).includes('base-es-fictive.xlsx');
    });
    await untilTold(document, 'finess-ineligible', true);
    const extension = vscode.extensions.getExtension<SegurExtension>('segur-sons.segur-sons');
    assert.ok(extension);
    const options: unknown = extension.exports.client.clientOptions.initializationOptions;
    assert.ok(typeof options === 'function');
    const { stockage } = (options as () => { readonly stockage: string })();
    await until('an index in the folder that the editor lends', async () => {
      const kept = await vscode.workspace.fs.readDirectory(vscode.Uri.parse(stockage));
      return kept.some(([name]) => /^base-[\da-f]{8}\.bin$/.test(name));
    });
    await vscode.commands.executeCommand('segur.redemarrerServeur');
    await untilTold(document, 'finess-ineligible', true);
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});
