import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { BesideFiles } from '../../server/src/lsp/workspace/beside-files';
import { DISK } from '../../server/src/lsp/disk';
import { below, canonical } from '../../server/src/lsp/workspace/uri';

describe('files of requests on the disk', () => {
  let folder: string;
  let uri: string;
  const write = (name: string, text = '{}'): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'segur-disk-'));
    uri = pathToFileURL(folder).href;
    write('mars.avance.json', '{ }');
    write('été (1)/Avril.SOLDE.json');
    write('package.json');
    write('dpi.candidature.json');
    write('dossier/candidature.json');
    write('node_modules/x/y.avance.json');
    write('.git/z.avance.json');
    write('pieces/bdc.pdf');
    write('bdc.pdf');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('are found by their name at any depth, tools’ own folders left out', async () => {
    assert.deepEqual(await DISK.listFiles(uri), [
      { chemin: 'dossier/candidature.json', taille: 2 },
      { chemin: 'dpi.candidature.json', taille: 2 },
      { chemin: 'mars.avance.json', taille: 3 },
      { chemin: 'été (1)/Avril.SOLDE.json', taille: 2 },
    ]);
    assert.equal(await DISK.readFile(below(uri, 'été (1)/Avril.SOLDE.json')), '{}');
  });

  it('are none where there is no disk, or no folder', async () => {
    for (const place of ['untitled:x', `${uri}/nulle-part`, 'http://exemple/x']) {
      assert.deepEqual(await DISK.listFiles(place), [], place);
      assert.deepEqual(await DISK.readFolder(place), [], place);
      assert.equal(await DISK.readFile(place), undefined, place);
    }
  });

  it('an attachment is taken beside its file first, then in a folder beside', async () => {
    const changed: string[] = [];
    const beside = new BesideFiles(DISK, (at) => changed.push(at));
    const mars = `${uri}/mars.avance.json`;
    const nearest = async (nom: string): Promise<string | undefined> =>
      (await beside.read(mars))?.named(nom)[0]?.chemin;
    assert.equal(await nearest('bdc.pdf'), 'bdc.pdf');
    rmSync(path.join(folder, 'bdc.pdf'));
    assert.equal(await nearest('bdc.pdf'), 'bdc.pdf', 'nothing is read again unasked');
    beside.touch([`${uri}/bdc.pdf`]);
    assert.equal(await nearest('bdc.pdf'), 'pieces/bdc.pdf');
    assert.equal(await nearest('introuvable.pdf'), undefined);
    assert.deepEqual(changed, [canonical(uri), canonical(uri)]);
  });
});

describe('one spelling of a URI', () => {
  it('is the same for the disk, for VS Code and for other clients', () => {
    for (const spellings of [
      [
        'file:///d/%C3%A9t%C3%A9%20%281%29.json',
        'file:///d/été (1).json',
        'file:///d/%c3%a9t%C3%A9%20(1).json',
      ],
      ['file:///c%3A/d/x.json', 'file:///C:/d/x.json', 'FILE:///c:/d/x.json'],
      ['vscode-vfs://github/a/b%2Bc.json', 'vscode-vfs://github/a/b+c.json'],
    ]) {
      for (const spelling of spellings) assert.equal(canonical(spelling), spellings[0]);
    }
    assert.equal(canonical('untitled:Untitled-1'), 'untitled:Untitled-1');
    assert.equal(canonical('file:///d/%zz.json'), 'file:///d/%25zz.json', 'an escape that is none');
  });
});
