import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, removeFolders, runCli, type Answer } from '../support/cli';
import { validFileOf } from '../support/valid-files';

const RIGHT = validFileOf('MDV-LGC-Va2', 1);
const WRONG = RIGHT.replace('"12/09/2025"', '"2025-09-12"');
const FILE = 'mars.avance.json';

function fed(text: string | Buffer, folder: string, ...argv: string[]): Promise<Answer> {
  return runCli(['check', ...argv], { folder, input: () => Promise.resolve(Buffer.from(text)) });
}

async function filesOf(folder: string, ...argv: string[]): Promise<string[]> {
  const { out } = await runCli(['check', '--format', 'json', ...argv], { folder });
  const findings = JSON.parse(out) as { file: string; code: string }[];
  return [...new Set(findings.filter(({ code }) => code === 'date-format').map(({ file }) => file))].sort();
}

describe('command line: check, patterns', () => {
  afterEach(removeFolders);
  let folder: string;
  beforeEach(() => {
    folder = folderWith({
      'a.avance.json': WRONG,
      'lots/b.avance.json': WRONG,
      'lots/mars/c.solde.json': WRONG,
      'lots/mars/d.avance.json': WRONG,
      'lots/mars/d.avance.txt': WRONG,
      'node_modules/x/e.avance.json': WRONG,
      '.cache/f.avance.json': WRONG,
    });
  });

  it('pick files; tools’ own folders are left out, each file comes once', async () => {
    assert.deepEqual(await filesOf(folder, '**/*.avance.json'), [
      'a.avance.json',
      'lots/b.avance.json',
      'lots/mars/d.avance.json',
    ]);
    assert.deepEqual(await filesOf(folder, './lots/*/*'), [
      'lots/mars/c.solde.json',
      'lots/mars/d.avance.json',
    ]);
    assert.deepEqual(await filesOf(folder, 'lots/**/*.{avance,solde}.json', 'lots'), [
      'lots/b.avance.json',
      'lots/mars/c.solde.json',
      'lots/mars/d.avance.json',
    ]);
    assert.deepEqual(await filesOf(folder, join(folder, '*.json')), [join(folder, 'a.avance.json')]);
  });

  it('that no file answers is no success, and the others are checked', async () => {
    const { code, out, err } = await runCli(['check', '*.solde.json', 'absent/*.json', 'a.avance.json'], {
      folder,
    });
    assert.equal(code, 2);
    assert.match(err, /aucun fichier \.json ne répond à \*\.solde\.json, absent\/\*\.json\./);
    assert.match(out, /1 fichier vérifié/);
  });

  it('a file that bears the name of a pattern is meant by it', async () => {
    const named = folderWith({ '{a,b}.avance.json': WRONG, 'a.avance.json': WRONG });
    assert.deepEqual(await filesOf(named, '{a,b}.avance.json'), ['{a,b}.avance.json']);
  });

  it('a link to its own folder is no endless walk', async () => {
    symlinkSync(folder, join(folder, 'lots', 'boucle'));
    assert.equal((await filesOf(folder, '**')).length, 4);
  });

  it('of a folder are no word about the whole folder: a solde may have its avance elsewhere', async () => {
    const solde = validFileOf('MDV-LGC-Va2', 1, 'solde').replace('REF-0001', 'REF-0009');
    const depot = folderWith({ 'a.avance.json': RIGHT, 'b.solde.json': solde });
    const out = async (name: string): Promise<string> =>
      (await runCli(['check', name], { folder: depot })).out;
    assert.match(await out('.'), /avance-introuvable/);
    assert.doesNotMatch(await out('*.json'), /avance-introuvable/);
  });
});

describe('command line: check, standard input', () => {
  afterEach(removeFolders);

  it('is the text of --stdin-filename, which need not exist', async () => {
    const folder = folderWith({});
    const { code, out } = await fed(WRONG, folder, '-', '--stdin-filename', `lots/${FILE}`);
    assert.equal(code, 1);
    assert.match(out, /^lots\/mars\.avance\.json MDV-LGC-Va2\.avance\n/);
    assert.match(out, /\[date-format/);
  });

  it('without a name is recognised by what it holds', async () => {
    const right = await fed(RIGHT, folderWith({}), '-');
    assert.equal(right.code, 0);
    assert.match(right.out, /^- MDV-LGC-Va2\.avance\n/);
    assert.match((await fed('{ "name": "x" }', folderWith({}), '-')).out, /Non vérifié : - \(ce JSON/);
  });

  it('stands for the file of its name: what is on the disk is not checked', async () => {
    const folder = folderWith({ [FILE]: WRONG });
    const { code, out } = await fed(RIGHT, folder, '-', '--stdin-filename', FILE, '.');
    assert.equal(code, 0);
    assert.match(out, /1 fichier vérifié/);
  });

  it('is held against the files given with it, and follows the settings of its place', async () => {
    const folder = folderWith({
      'lots/a.avance.json': RIGHT,
      'lots/.segur/segur.json': `{ "fichiers": { "${FILE}": "ignorer" } }`,
    });
    const ignored = await fed(WRONG, folder, '-', '--stdin-filename', `lots/${FILE}`);
    assert.equal(ignored.code, 0);
    assert.match(ignored.out, /« ignorer »/);
    const among = await fed(RIGHT, folder, '-', 'lots/a.avance.json', '--stdin-filename', 'b.avance.json');
    assert.match(among.out, /beneficiaire-en-double-ailleurs/);
  });

  it('is read as files are: bytes that are not UTF-8 are told, too many are refused', async () => {
    const latin = await fed(Buffer.from(RIGHT, 'latin1'), folderWith({}), '-', '--stdin-filename', FILE);
    assert.match(latin.out, /\[encodage/);
    const large = await fed(Buffer.alloc(65_000_000, ' '), folderWith({}), '-', '--stdin-filename', FILE);
    assert.equal(large.code, 2);
    assert.match(large.err, /mars\.avance\.json : ce fichier fait 65 Mo/);
  });

  it('a name for it without « - » is refused: nothing would be read', async () => {
    const { code, err } = await runCli(['check', '.', '--stdin-filename', FILE], { folder: folderWith({}) });
    assert.equal(code, 2);
    assert.match(err, /écrivez aussi « - »/);
  });

  it('« - » is a file like others for the other commands', async () => {
    const folder = folderWith({});
    mkdirSync(join(folder, 'vide'));
    assert.match((await runCli(['fix', '-'], { folder })).err, /- : ce fichier n'existe pas/);
  });
});
