import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { folderWith, removeFolders, runCli } from '../support/cli';
import { validFileOf } from '../support/valid-files';

const NAME = 'mars.avance.json';
const HISTORY = '.segur/zip-history.json';
const ILLEGAL = 'reçu n°1.pdf';
const RIGHT = validFileOf('MDV-LGC-Va2', 2);
const FILES = {
  [NAME]: RIGHT,
  'bdc-0001.pdf': '%PDF-1',
  'pieces/bdc-0002.pdf': '%PDF-2',
};

const contentsOf = (file: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(readFileSync(file))).map(([nom, bytes]) => [nom, Buffer.from(bytes).toString()]),
  );
const used = (folder: string): string[] =>
  (JSON.parse(readFileSync(join(folder, HISTORY), 'utf8')) as { zips: { nom: string }[] }).zips.map(
    ({ nom }) => nom,
  );

describe('command line: zip', () => {
  afterEach(removeFolders);

  it('gathers the attachments, and notes the name of the ZIP', async () => {
    const folder = folderWith(FILES);
    const { code, out, err } = await runCli(['zip', NAME], { folder });
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /^mars-avance\.zip : écrit \(pièces : 2\)\./);
    assert.deepEqual(contentsOf(join(folder, 'mars-avance.zip')), {
      'bdc-0001.pdf': '%PDF-1',
      'bdc-0002.pdf': '%PDF-2',
    });
    assert.deepEqual(used(folder), ['mars-avance.zip']);
    assert.equal(readFileSync(join(folder, NAME), 'utf8'), RIGHT);
  });

  it('the same files make the same bytes, in any time zone', async () => {
    const zone = process.env.TZ;
    const made: Buffer[] = [];
    try {
      for (const tz of ['Europe/Paris', 'Pacific/Auckland']) {
        process.env.TZ = tz;
        const folder = folderWith(FILES);
        assert.equal((await runCli(['zip', NAME], { folder })).code, 0);
        made.push(readFileSync(join(folder, 'mars-avance.zip')));
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
    assert.ok(made[0] && made[1] && made[0].equals(made[1]));
  });

  it('P04 a name is never given again, though the ZIP is gone', async () => {
    const folder = folderWith({ ...FILES, [HISTORY]: '{ "zips": [{ "nom": "Mars-Avance.zip" }] }' });
    assert.equal((await runCli(['zip', NAME], { folder })).code, 0);
    assert.deepEqual(used(folder), ['Mars-Avance.zip', 'mars-avance-2.zip']);
    const refused = await runCli(['zip', NAME, '-o', 'mars-avance.zip'], { folder });
    assert.equal(refused.code, 2);
    assert.match(refused.err, /« mars-avance\.zip » a déjà servi/);
    assert.equal(used(folder).length, 2);
  });

  it('the history above is used, and -o names a ZIP elsewhere', async () => {
    const folder = folderWith({ ...FILES, '.segur/segur.json': '{}' });
    mkdirSync(join(folder, 'lot'));
    const { code } = await runCli(['zip', NAME, '-o', 'lot/depot.zip'], { folder });
    assert.equal(code, 0);
    assert.deepEqual(used(folder), ['depot.zip']);
  });

  it('a name that the portal refuses is put right in the ZIP and in the JSON', async () => {
    const text = RIGHT.replace('bdc-0001.pdf', ILLEGAL);
    const folder = folderWith({ ...FILES, [NAME]: text, [ILLEGAL]: 'un' });
    const { code, out } = await runCli(['zip', NAME], { folder });
    assert.equal(code, 0);
    assert.match(out, /« reçu n°1\.pdf » devient recu-n-1\.pdf/);
    assert.equal(readFileSync(join(folder, NAME), 'utf8'), text.replace(ILLEGAL, 'recu-n-1.pdf'));
    assert.equal(contentsOf(join(folder, 'mars-avance.zip'))['recu-n-1.pdf'], 'un');
    assert.equal((await runCli(['zip', NAME], { folder })).code, 0);
    assert.deepEqual(
      contentsOf(join(folder, 'mars-avance-2.zip')),
      contentsOf(join(folder, 'mars-avance.zip')),
    );
  });

  it('says what is missing, and writes nothing', async () => {
    const folder = folderWith({ [NAME]: RIGHT, 'autre.json': '{}' });
    const before = readdirSync(folder);
    const { code, err } = await runCli(['zip', NAME], { folder });
    assert.equal(code, 2);
    assert.match(err, /« bdc-0001\.pdf » \(demande : REF-0001\)[^]*« bdc-0002\.pdf »[^]*pas été préparé/);
    assert.match((await runCli(['zip', 'autre.json'], { folder })).err, /pas un fichier de demandes/);
    assert.match((await runCli(['zip', NAME, 'autre.json'], { folder })).err, /un seul fichier/);
    assert.deepEqual(readdirSync(folder), before);
  });

  it('a history that cannot be read stops it', async () => {
    const folder = folderWith({ ...FILES, [HISTORY]: '{ "zips": [' });
    const { code, err } = await runCli(['zip', NAME], { folder });
    assert.equal(code, 2);
    assert.match(err, /zip-history\.json:1:\d+ : cette liste des ZIP déjà employés/);
    assert.ok(!readdirSync(folder).some((name) => name.endsWith('.zip')));
  });
});
