import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFile } from '../../server/src/cli/replace-file';
import { folderWith, removeFolders, runCli, type JsonFinding } from '../support/cli';
import { validFileOf } from '../support/valid-files';

const RIGHT = validFileOf('MDV-LGC-Va2', 2);
const NAME = 'mars.avance.json';
const SOLDE = 'mars.solde.json';

const read = (folder: string, name = SOLDE): string => readFileSync(join(folder, name), 'utf8');

describe('command line: solde', () => {
  afterEach(removeFolders);

  it('A08 P03 writes the soldes beside the avance, leaves nothing else behind, and check asks for the attachments alone', async () => {
    const folder = folderWith({ [NAME]: RIGHT });
    const { code, out, err } = await runCli(['solde', NAME], { folder });
    assert.deepEqual([code, err], [0, '']);
    assert.match(
      out,
      /^mars\.solde\.json : écrit\. Les null qui restent sont à compléter avant le dépôt\.$/m,
    );
    assert.deepEqual(readdirSync(folder).sort(), [NAME, SOLDE]);
    assert.match(read(folder), /"typeDemande": "SOLDE"[^]*"montantSolde": 720\.00/);
    const checked = await runCli(['check', '--format', 'json', SOLDE], { folder });
    const codes = (JSON.parse(checked.out) as JsonFinding[]).map(({ code }) => code);
    const toCome = read(folder).split('"nomFichier": null').length - 1;
    assert.deepEqual([checked.code, codes], [1, Array(toCome).fill('piece-manquante')]);
    assert.ok(toCome > 0);
  });

  it('-o names another file, in another folder', async () => {
    const folder = folderWith({ [NAME]: RIGHT });
    mkdirSync(join(folder, 'soldes'));
    const { code } = await runCli(['solde', NAME, '-o', 'soldes/avril.json'], { folder });
    assert.equal(code, 0);
    assert.match(read(folder, 'soldes/avril.json'), /"SOLDE"/);
  });

  it('never replaces a file unasked; with --force it does', async () => {
    const folder = folderWith({ [NAME]: RIGHT, [SOLDE]: 'le mien' });
    const refused = await runCli(['solde', NAME], { folder });
    assert.equal(refused.code, 2);
    assert.match(refused.err, /mars\.solde\.json : ce fichier existe déjà, rien n'a été écrit/);
    assert.equal(read(folder), 'le mien');
    assert.equal((await runCli(['solde', NAME, '--force'], { folder })).code, 0);
    assert.match(read(folder), /"SOLDE"/);
    assert.deepEqual(readdirSync(folder).sort(), [NAME, SOLDE]);
  });

  it('nor one that appeared meanwhile', async () => {
    const folder = folderWith({ [SOLDE]: 'le mien' });
    await assert.rejects(createFile(SOLDE, join(folder, SOLDE), 'autre'), /existe déjà/);
    assert.equal(read(folder), 'le mien');
    assert.deepEqual(readdirSync(folder), [SOLDE]);
  });

  it('J07 leaves out what has an error, and says so', async () => {
    const text = RIGHT.replace('"signatureElectronique": true', '"signatureElectronique": vrai');
    const folder = folderWith({ [NAME]: text });
    const { code, err } = await runCli(['solde', NAME], { folder });
    assert.equal(code, 1);
    assert.match(err, /au moins une erreur : 1\./);
    assert.doesNotMatch(read(folder), /REF-0001/);
    assert.match(read(folder), /REF-0002/);
  });

  it('J06 writes several files where there are more than 200 requests, all or none of them', async () => {
    const folder = folderWith({ [NAME]: validFileOf('HOP-PFI-Va2', 201), 'mars-2.solde.json': 'le mien' });
    assert.equal((await runCli(['solde', NAME], { folder })).code, 2);
    assert.deepEqual(readdirSync(folder).sort(), ['mars-2.solde.json', NAME]);
    assert.equal((await runCli(['solde', NAME, '--force'], { folder })).code, 0);
    assert.match(read(folder, 'mars-2.solde.json'), /REF-0201/);
  });

  it('says why it cannot, and writes nothing', async () => {
    const folder = folderWith({ [NAME]: RIGHT, 'a.json': '{}', 'b/c.avance.json': RIGHT });
    const before = readdirSync(folder);
    const cases = [
      [['solde'], /aucun fichier|Indiquez|fichier/],
      [['solde', 'a.json'], /pas un fichier de demandes d'avance/],
      [['solde', NAME, 'a.json'], /un seul fichier/],
      [['solde', 'b'], /un seul fichier/],
      [['solde', NAME, '-o', 'absent/x.json'], /n'a pas pu être écrit \(ENOENT\)/],
      [['check', NAME, '--force'], /--force/],
    ] as const;
    for (const [argv, reason] of cases) {
      const { code, err } = await runCli(argv, { folder });
      assert.equal(code, 2, argv.join(' '));
      assert.match(err, reason);
    }
    assert.deepEqual(readdirSync(folder), before);
  });
});
