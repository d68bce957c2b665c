import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { cannotRead } from '../../server/src/cli/source';
import { validFileOf } from '../support/valid-files';
import { folderWith, removeFolders, runCli, type JsonFinding } from '../support/cli';

const RIGHT = validFileOf('MDV-LGC-Va2', 2);
/** Two slips in the second request of two. */
const WRONG = RIGHT.replace(/("12\/09\/2025")(?![^]*"12\/09\/2025")/, '"2025-09-12"').replace(
  /(1000\.00)(?![^]*1000\.00)/,
  '1000,00',
);
const SECOND = 'REF-0002';

async function jsonOf(
  folder: string,
  ...argv: string[]
): Promise<{ code: number; findings: JsonFinding[]; err: string }> {
  const { code, out, err } = await runCli(['check', '--format', 'json', ...argv], { folder });
  return { code, findings: JSON.parse(out) as JsonFinding[], err };
}

describe('command line: check', () => {
  afterEach(removeFolders);

  it('a right file: exit code 0, its requests counted', async () => {
    const { code, out } = await runCli(['check', 'a.avance.json'], {
      folder: folderWith({ 'a.avance.json': RIGHT }),
    });
    assert.equal(code, 0);
    assert.match(out, /^a\.avance\.json MDV-LGC-Va2\.avance\n {2}2 demandes, 2 OK, 0 KO\n/);
    assert.match(out, /1 fichier vérifié : 2 demandes, 2 OK, 0 KO\.\nAucun constat\.\n$/);
  });

  it('J07 a wrong request does not condemn the others: it is named, they are counted OK', async () => {
    const { code, out } = await runCli(['check', 'a.avance.json'], {
      folder: folderWith({ 'a.avance.json': WRONG }),
    });
    assert.equal(code, 1);
    assert.match(out, /2 demandes, 1 OK, 1 KO \(REF-0002\)/);
  });

  it('each finding has its place, its code, its line and carets under what is wrong', async () => {
    const { out } = await runCli(['check', 'a.avance.json'], {
      folder: folderWith({ 'a.avance.json': WRONG }),
    });
    const lines = out.split('\n');
    const at = lines.findIndex((line) => line.includes('[date-format'));
    assert.match(
      lines[at] ?? '',
      /^ {2}\d+:\d+ +erreur {2}« 2025-09-12 » .*\[date-format, correction sûre\]$/,
    );
    const [excerpt = '', carets = ''] = lines.slice(at + 1);
    assert.equal(excerpt.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1), '"2025-09-12"');
  });

  it('--format json: one array, lines and columns from 1, the request, what can be mended, the sources', async () => {
    const folder = folderWith({ 'a.avance.json': WRONG });
    const { code, findings } = await jsonOf(folder, 'a.avance.json');
    assert.equal(code, 1);
    const found = findings.find((finding) => finding.code === 'date-format');
    assert.ok(found);
    const line = WRONG.split('\n').findIndex((text) => text.includes('2025-09-12')) + 1;
    const column = (WRONG.split('\n')[line - 1] ?? '').indexOf('"2025-09-12"') + 1;
    const { message, ...rest } = found;
    assert.match(message, /2025-09-12/);
    assert.deepEqual(rest, {
      file: 'a.avance.json',
      code: 'date-format',
      severity: 'error',
      line,
      column,
      endLine: line,
      endColumn: column + 12,
      demande: SECOND,
      fixable: 'safe',
      source: 'S2',
    });
    assert.deepEqual(
      findings.map(({ code: rule }) => rule),
      ['date-format', 'virgule-decimale'],
    );
  });

  it('--format json names a request without a reference by its rank, and nothing for the envelope', async () => {
    const text = WRONG.replace(`"${SECOND}"`, 'null').replace('"Éditeur fictif"', 'Null');
    const { findings } = await jsonOf(folderWith({ 'a.avance.json': text }), 'a.avance.json');
    assert.equal(findings.find(({ code }) => code === 'date-format')?.demande, 2);
    assert.equal(findings.find(({ code }) => code === 'litteral-invalide')?.demande, null);
  });

  it('--format json is a valid array when there is nothing to tell', async () => {
    const { code, findings } = await jsonOf(folderWith({ 'a.avance.json': RIGHT }), '.');
    assert.deepEqual({ code, findings }, { code: 0, findings: [] });
  });

  it('--max-warnings: one too many fails the run, as many as allowed does not', async () => {
    const folder = folderWith({ 'a.avance.json': RIGHT.replace('"bdc-0002.pdf"', '"bdc 0002.pdf"') });
    assert.equal((await runCli(['check', '.'], { folder })).code, 0);
    assert.equal((await runCli(['check', '.', '--max-warnings', '1'], { folder })).code, 0);
    const { code, err } = await runCli(['check', '.', '--max-warnings', '0'], { folder });
    assert.equal(code, 1);
    assert.match(err, /Avertissements : 1, plus que les 0 admis/);
  });

  it('--lang en: the findings and the summary in English', async () => {
    const { out } = await runCli(['check', '--lang', 'en', '.'], {
      folder: folderWith({ 'a.avance.json': WRONG }),
    });
    assert.match(out, /error {2}.*\[date-format, safe fix\]/);
    assert.match(out, /1 file checked: 2 requests, 1 OK, 1 KO\./);
  });

  it('walks through a folder: names, contents, no tool folders, each file once', async () => {
    const folder = folderWith({
      'lots/b.avance.json': RIGHT,
      'lots/exportation.json': RIGHT,
      'lots/package.json': '{ "name": "x" }',
      'node_modules/x/c.avance.json': WRONG,
      '.cache/d.avance.json': WRONG,
      'notes.txt': 'rien',
    });
    const { code, out } = await runCli(['check', '.', 'lots/b.avance.json', 'lots'], { folder });
    assert.equal(code, 0);
    assert.deepEqual(
      out.split('\n').filter((line) => line.endsWith('.avance')),
      ['lots/b.avance.json MDV-LGC-Va2.avance', 'lots/exportation.json MDV-LGC-Va2.avance'],
    );
    assert.match(out, /Non vérifié : 1 autre fichier \.json des dossiers parcourus/);
  });

  it('a link that leads back to its own folder is no endless walk', async () => {
    const folder = folderWith({ 'lots/a.avance.json': RIGHT });
    symlinkSync(folder, join(folder, 'lots', 'boucle'));
    assert.match((await runCli(['check', '.'], { folder })).out, /1 fichier vérifié/);
  });

  it('says which files it does not check, and why, in both formats', async () => {
    const folder = folderWith({
      'b.json': '{ "name": "x" }',
      'c.avance.json': WRONG,
      '.segur/segur.json': '{ "fichiers": { "c.avance.json": "ignorer" } }',
    });
    const argv = ['b.json', 'c.avance.json'];
    const reasons = [/b\.json \(ce JSON n'est pas reconnu/, /c\.avance\.json \(« ignorer »/];
    const pretty = await runCli(['check', ...argv], { folder });
    const json = await runCli(['check', '--format', 'json', ...argv], { folder });
    assert.deepEqual([pretty.code, json.code], [0, 0]);
    for (const reason of reasons) {
      assert.match(pretty.out, reason);
      assert.match(json.err, reason);
    }
    assert.deepEqual(JSON.parse(json.out), []);
  });

  it('.segur/segur.json of the nearest folder above is honoured: a choice wins over the content', async () => {
    const folder = folderWith({
      '.segur/segur.json': '{ "fichiers": { "lots/a.json": "ignorer" } }',
      'lots/.segur/segur.json': '{ "fichiers": { "a.json": "HOP-PFI-Va2.avance" } }',
      'lots/a.json': RIGHT,
    });
    const { out } = await runCli(['check', 'lots/a.json'], { folder });
    assert.match(out, /^lots\/a\.json HOP-PFI-Va2\.avance\n/);
    assert.match((await runCli(['check', 'a.json'], { folder: join(folder, 'lots') })).out, /HOP-PFI-Va2/);
  });

  it('a wrong .segur/segur.json stops the run: the files that it spares must not be reported', async () => {
    const folder = folderWith({
      'a.avance.json': WRONG,
      '.segur/segur.json': '{\n  "fichiers": { "a.avance.json": "HOP-DPI" }\n}',
    });
    const { code, out, err } = await runCli(['check', '.'], { folder });
    assert.equal(code, 2);
    assert.equal(out, '');
    assert.match(
      err,
      /\.segur\/segur\.json:2:34 : « HOP-DPI » n'est pas un modèle connu\. .*HOP-DPI-Va2\.avance/,
    );
  });

  it('a file that cannot be read is told, the others are checked, the exit code is 2', async () => {
    const folder = folderWith({ 'a.avance.json': WRONG });
    const { code, out, err } = await runCli(['check', 'absent.json', 'a.avance.json'], { folder });
    assert.equal(code, 2);
    assert.match(err, /absent\.json : ce fichier n'existe pas\. Vérifiez le chemin\./);
    assert.match(out, /1 fichier vérifié/);
  });

  it('a folder without any JSON is no success', async () => {
    const { code, err } = await runCli(['check', '.'], { folder: folderWith({ 'a.txt': '' }) });
    assert.equal(code, 2);
    assert.match(err, /aucun fichier \.json dans \./);
  });

  it('says what the system says, in words', () => {
    const told = (code: string): string => cannotRead('a.json', Object.assign(new Error(), { code })).message;
    assert.match(told('EACCES'), /a\.json : vous n'avez pas le droit de lire ce fichier/);
    assert.match(told('ENOTDIR'), /a\.json : ce fichier n'existe pas/);
    assert.match(told('EIO'), /a\.json : ce fichier n'a pas pu être lu \(EIO\)/);
  });

  it('colours for a screen alone, and no line longer than the screen', async () => {
    const folder = folderWith({ 'a.avance.json': WRONG });
    const plain = await runCli(['check', '.'], { folder });
    assert.ok(!plain.out.includes('\u001b'));
    const screen = await runCli(['check', '.'], { folder, colours: true, width: 60 });
    assert.ok(screen.out.includes('\u001b[31m'));
    const bare = screen.out.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g'), '');
    const details = bare.split('\n').filter((line) => /^ {2}\d|^ {9}/.test(line));
    assert.ok(details.length > 6);
    for (const line of details) assert.ok(line.length <= 60, line);
  });

  it('what a file or its name holds never commands the terminal', async () => {
    const text = RIGHT.replace('"12/09/2025"', '"\u001b[2J\u202E12"');
    const { out } = await runCli(['check', '.'], { folder: folderWith({ 'a\u001b[2J.avance.json': text }) });
    assert.ok(!out.includes('\u001b') && !out.includes('\u202E'));
    assert.ok(out.includes('a\uFFFD[2J.avance.json'));
  });
});
