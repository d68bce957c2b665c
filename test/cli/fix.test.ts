import assert from 'node:assert/strict';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from '../../server/src/cli/replace-file';
import { folderWith, removeFolders, runCli } from '../support/cli';
import { validFileOf } from '../support/valid-files';

const RIGHT = validFileOf('MDV-LGC-Va2', 2);
const WRONG = RIGHT.replace('"12/09/2025"', '"2025-09-12"').replace('1000.00', '1000,00');
const NAME = 'a.avance.json';

const read = (folder: string, name = NAME): string => readFileSync(join(folder, name), 'utf8');

describe('command line: fix', () => {
  afterEach(removeFolders);

  it('applies what is safe, says what it did, leaves nothing behind', async () => {
    const folder = folderWith({ [NAME]: WRONG });
    const { code, out } = await runCli(['fix', NAME], { folder });
    assert.equal(code, 0);
    assert.equal(read(folder), RIGHT);
    assert.match(out, /^a\.avance\.json : 2 corrections\n/);
    assert.match(out, / {2}1 × .+ \[date-format\]\n/);
    assert.deepEqual(readdirSync(folder), [NAME]);
  });

  it('the second time there is nothing to do, and the file is not touched', async () => {
    const folder = folderWith({ [NAME]: WRONG });
    await runCli(['fix', NAME], { folder });
    const before = statSync(join(folder, NAME)).ino;
    const { code, out } = await runCli(['fix', NAME], { folder });
    assert.equal(code, 0);
    assert.match(out, /aucune correction sûre à faire/);
    assert.equal(statSync(join(folder, NAME)).ino, before);
  });

  it('--dry-run shows the lines that would change and writes nothing', async () => {
    const folder = folderWith({ [NAME]: WRONG });
    const { code, out } = await runCli(['fix', '--dry-run', NAME], { folder });
    assert.equal(code, 0);
    assert.equal(read(folder), WRONG);
    assert.match(out, /^-.*"dateSignature": "2025-09-12",\n\+.*"dateSignature": "12\/09\/2025",$/m);
    assert.match(out, /^@@ -\d+,9 \+\d+,9 @@$/m);
    assert.match(out, /Rien n'a été écrit/);
  });

  it('what a person must decide is left, counted, and fails the run', async () => {
    const folder = folderWith({ [NAME]: WRONG.replace('"01/02/2022"', '"31/02/2022"') });
    const { code, out } = await runCli(['fix', NAME], { folder });
    assert.equal(code, 1);
    assert.match(read(folder), /"31\/02\/2022"/);
    assert.match(read(folder), /"12\/09\/2025"/);
    assert.match(out, /Il reste 1 erreur à corriger à la main/);
  });

  it('--now places the run on another day, and does not keep it from mending', async () => {
    const folder = folderWith({ [NAME]: WRONG });
    const { code, out } = await runCli(['fix', '--now', '2026-03-01T12:00', NAME], { folder });
    assert.equal(code, 0);
    assert.match(out, /2 corrections/);
    assert.equal(read(folder), RIGHT);
  });

  it('keeps line ends, numbers as they are written, and the layout', async () => {
    const crlf = (text: string): string => text.replaceAll('\n', '\r\n').replace(/\r\n$/, '') + '\r\n\r\n';
    const folder = folderWith({ [NAME]: crlf(WRONG) });
    await runCli(['fix', NAME], { folder });
    assert.equal(read(folder), crlf(RIGHT));
  });

  it('refuses a file that is not UTF-8, byte for byte as it was', async () => {
    const bytes = Buffer.from(WRONG, 'latin1');
    const folder = folderWith({ [NAME]: bytes });
    const { code, err } = await runCli(['fix', NAME], { folder });
    assert.equal(code, 2);
    assert.match(err, /n'est pas en UTF-8.*Enregistrez-le d'abord en UTF-8/);
    assert.ok(readFileSync(join(folder, NAME)).equals(bytes));
  });

  it('leaves alone what is ignored, and what is not ours', async () => {
    const other = '{ "date": Null }';
    const folder = folderWith({
      [NAME]: WRONG,
      'b.json': other,
      '.segur/segur.json': `{ "fichiers": { "${NAME}": "ignorer" } }`,
    });
    const { code, out } = await runCli(['fix', NAME, 'b.json'], { folder });
    assert.equal(code, 0);
    assert.equal(read(folder), WRONG);
    assert.equal(read(folder, 'b.json'), other);
    assert.match(out, /Non vérifié : a\.avance\.json/);
    assert.match(out, /Non vérifié : b\.json/);
  });

  it('follows a link and keeps it, and keeps the rights of the file', async () => {
    const folder = folderWith({ 'lots/vrai.json': WRONG });
    chmodSync(join(folder, 'lots/vrai.json'), 0o640);
    symlinkSync(join('lots', 'vrai.json'), join(folder, NAME));
    assert.equal((await runCli(['fix', NAME], { folder })).code, 0);
    assert.ok(lstatSync(join(folder, NAME)).isSymbolicLink());
    assert.equal(read(folder, 'lots/vrai.json'), RIGHT);
    assert.equal(statSync(join(folder, 'lots/vrai.json')).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(join(folder, 'lots')), ['vrai.json']);
  });

  it('does not overwrite what someone else wrote meanwhile', async () => {
    const folder = folderWith({ [NAME]: 'le texte des autres' });
    const writing = replaceFile(NAME, join(folder, NAME), Buffer.from('le texte lu'), 'le texte corrigé');
    await assert.rejects(writing, /modifié pendant la correction/);
    assert.equal(read(folder), 'le texte des autres');
    assert.deepEqual(readdirSync(folder), [NAME]);
  });

  it('says so when the file cannot be written, and leaves nothing behind', async () => {
    const folder = folderWith({});
    const writing = replaceFile(NAME, join(folder, NAME), Buffer.from(''), 'le texte corrigé');
    await assert.rejects(writing, /n'a pas pu être écrit \(ENOENT\) : il est laissé tel quel/);
    assert.deepEqual(readdirSync(folder), []);
  });
});
