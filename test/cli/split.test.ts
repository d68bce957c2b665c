import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, removeFolders, runCli } from '../support/cli';
import { CliProgram } from '../support/cli-program';
import { validFileOf } from '../support/valid-files';

const NAME = 'mars.avance.json';
const LARGE = validFileOf('MDV-LGC-Va2', 401);
const PARTS = ['mars-1.avance.json', 'mars-2.avance.json', 'mars-3.avance.json'];

const read = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8');

describe('command line: split', function () {
  this.timeout(120_000);
  afterEach(removeFolders);

  it('J06 writes files of 200 beside the file, which stays as it is', async () => {
    const folder = folderWith({ [NAME]: LARGE });
    const { code, out, err } = await runCli(['split', NAME], { folder });
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /^mars-1\.avance\.json : écrit \(demandes : 200\)\./);
    assert.deepEqual(readdirSync(folder).sort(), [...PARTS, NAME].sort());
    assert.equal(read(folder, NAME), LARGE);
    const checked = await runCli(['check', '--format', 'json', ...PARTS], { folder });
    assert.deepEqual([checked.code, JSON.parse(checked.out)], [0, []]);
  });

  it('J07 --ok-ko writes the OK ones and the KO ones apart, in another folder with -o', async () => {
    const text = validFileOf('MDV-LGC-Va2', 3, 'solde');
    const wrong = text.replace('"signatureElectronique": true', '"signatureElectronique": vrai');
    const folder = folderWith({ 'mars.solde.json': wrong });
    mkdirSync(join(folder, 'lots'));
    const { code } = await runCli(['split', '--ok-ko', 'mars.solde.json', '-o', 'lots'], { folder });
    assert.equal(code, 1);
    assert.deepEqual(readdirSync(join(folder, 'lots')).sort(), ['mars-ko.solde.json', 'mars-ok.solde.json']);
    assert.equal((await runCli(['check', 'lots/mars-ok.solde.json'], { folder })).code, 0);
    assert.match(read(folder, 'lots/mars-ko.solde.json'), /REF-0001[^]*vrai/);
  });

  it('never replaces a file unasked, and then writes none; with --force it does', async () => {
    const folder = folderWith({ [NAME]: LARGE, 'mars-2.avance.json': 'le mien' });
    const refused = await runCli(['split', NAME], { folder });
    assert.equal(refused.code, 2);
    assert.match(refused.err, /mars-2\.avance\.json : ce fichier existe déjà/);
    assert.deepEqual(readdirSync(folder).sort(), ['mars-2.avance.json', NAME]);
    assert.equal((await runCli(['split', NAME, '--force'], { folder })).code, 0);
    assert.match(read(folder, 'mars-2.avance.json'), /REF-0201/);
  });

  it('says why it cannot, or that there is nothing to do, and writes nothing', async () => {
    const small = validFileOf('MDV-LGC-Va2', 2);
    const folder = folderWith({
      [NAME]: LARGE.replace('"REF-0002",', '"REF-0002,'),
      'petit.avance.json': small,
      'accents.avance.json': Buffer.from(LARGE, 'latin1'),
      'autre.json': '{}',
    });
    const before = readdirSync(folder);
    const cases = [
      [['split', NAME], 2, /ligne \d+ : corrigez d'abord la syntaxe de la demande/],
      [['split', 'petit.avance.json'], 0, /rien à découper/],
      [['split', '--ok-ko', 'petit.avance.json'], 0, /rien à séparer/],
      [['split', 'accents.avance.json'], 2, /n'est pas en UTF-8/],
      [['split', 'autre.json'], 2, /pas un fichier de demandes/],
      [['split'], 2, /au moins un fichier/],
    ] as const;
    for (const [argv, expected, says] of cases) {
      const { code, out, err } = await runCli(argv, { folder });
      assert.equal(code, expected, argv.join(' '));
      assert.match(out + err, says);
    }
    assert.deepEqual(readdirSync(folder), before);
  });

  it('killed in the middle, it leaves every file absent or whole', async () => {
    const text = validFileOf('MDV-LGC-Va2', 2001);
    const whole = folderWith({ [NAME]: text });
    assert.equal((await runCli(['split', NAME], { folder: whole })).code, 0);
    const program = await CliProgram.build(folderWith({}));
    for (const last of [1, 4, 8]) {
      const folder = folderWith({ [NAME]: text });
      const child = spawn(process.execPath, [program.file, 'split', NAME], { cwd: folder });
      await killedOnce(child, () => existsSync(join(folder, `mars-${last}.avance.json`)));
      const written = readdirSync(folder).filter((name) => name.endsWith('.json'));
      assert.ok(written.includes(`mars-${last}.avance.json`));
      for (const name of written) assert.equal(read(folder, name), read(whole, name), name);
    }
  });
});

/** Kills a process as soon as something is so, and waits for its end. */
function killedOnce(child: ReturnType<typeof spawn>, isSo: () => boolean): Promise<void> {
  return new Promise((done, fail) => {
    const watch = setInterval(() => {
      if (isSo()) child.kill('SIGKILL');
    }, 1);
    child.on('error', fail);
    child.on('close', () => {
      clearInterval(watch);
      done();
    });
  });
}
