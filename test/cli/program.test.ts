import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BAD_INPUTS, manyErrors } from '../support/bad-inputs';
import { folderWith, removeFolders, type JsonFinding } from '../support/cli';
import { CliProgram } from '../support/cli-program';
import { eventually, LspClient } from '../support/lsp-client';
import { validFileOf } from '../support/valid-files';

/** Memory that the command may take, in megabytes. */
const MOST_MEMORY = 512;
const NAME = 'a.avance.json';
const RIGHT = validFileOf('MDV-LGC-Va2', 3);
const WRONG = RIGHT.replace('"12/09/2025"', '"2025-09-12"');
describe('command line: the program itself', function () {
  this.timeout(120_000);
  let program: CliProgram;

  before(async () => {
    program = await CliProgram.build(folderWith({}));
  });
  after(removeFolders);

  it('starts as a command that the shell can run', () => {
    assert.match(readFileSync(program.file, 'utf8').slice(0, 40), /^#!\/usr\/bin\/env node\n/);
  });

  it('exits with 0, 1 or 2, and speaks on the right stream', async () => {
    const folder = folderWith({ 'bon.avance.json': RIGHT, 'faux.avance.json': WRONG });
    const right = await program.run(['check', 'bon.avance.json'], folder);
    assert.deepEqual([right.code, right.err], [0, '']);
    const wrong = await program.run(['check', '--format', 'json', 'faux.avance.json'], folder);
    assert.deepEqual([wrong.code, wrong.err], [1, '']);
    assert.equal((JSON.parse(wrong.out) as JsonFinding[])[0]?.code, 'date-format');
    const none = await program.run(['check', 'absent.json'], folder);
    assert.deepEqual([none.code, none.out], [2, '']);
    assert.match(none.err, /absent\.json : ce fichier n'existe pas/);
  });

  it('honours FORCE_COLOR, and NO_COLOR before it', async () => {
    const folder = folderWith({ [NAME]: WRONG });
    const forced = await program.run(['check', NAME], folder, { FORCE_COLOR: '1' });
    assert.ok(forced.out.includes('\u001b[31m'));
    const refused = await program.run(['check', NAME], folder, { FORCE_COLOR: '1', NO_COLOR: '1' });
    assert.ok(!refused.out.includes('\u001b'));
  });

  it('is as wide as COLUMNS says', async () => {
    const { out } = await program.run(['check', NAME], folderWith({ [NAME]: WRONG }), { COLUMNS: '60' });
    const details = out.split('\n').filter((line) => /^ {2}\d|^ {9}/.test(line));
    assert.ok(details.length > 3);
    for (const line of details) assert.ok(line.length <= 60, line);
  });

  it('reads what is written to it, and what another command writes', () => {
    const folder = folderWith({ [NAME]: WRONG });
    const command = `cat ${NAME} | "${process.execPath}" "${program.file}" check - --stdin-filename b.avance.json`;
    const { stdout, status } = spawnSync('sh', ['-c', command], { cwd: folder });
    assert.equal(status, 1);
    assert.match(String(stdout), /^b\.avance\.json MDV-LGC-Va2\.avance\n/);
  });

  it('Ctrl+C ends --watch with the exit code of the last check', async () => {
    const folder = folderWith({ [NAME]: WRONG });
    const child = spawn(process.execPath, [program.file, 'check', '--watch', '.'], { cwd: folder });
    let said = '';
    child.stderr.on('data', (piece: Buffer) => (said += String(piece)));
    const ended = new Promise((end) => child.on('close', (code, signal) => end({ code, signal })));
    await eventually('the first check', () => said.includes('En attente') || undefined, 20_000);
    child.kill('SIGINT');
    assert.deepEqual(await ended, { code: 1, signal: null });
  });

  it('mends a file on the disk, and finds nothing to mend behind itself', async () => {
    const folder = folderWith({ [NAME]: `\uFEFF${WRONG.replaceAll('\n', '\r\n')}` });
    assert.equal((await program.run(['fix', NAME], folder)).code, 0);
    assert.equal(readFileSync(join(folder, NAME), 'utf8'), RIGHT.replaceAll('\n', '\r\n'));
    assert.equal((await program.run(['check', '--max-warnings', '0', NAME], folder)).code, 0);
  });

  it('serves an editor: « lsp --stdio » finds what « check » finds', async () => {
    const client = LspClient.spawned(process.execPath, [program.file, 'lsp', '--stdio']);
    const { serverInfo } = await client.initialize();
    assert.equal(serverInfo?.name, 'segur-sons');
    await client.open(`file:///${NAME}`, WRONG);
    const found = await client.diagnostics(`file:///${NAME}`);
    assert.deepEqual(
      found.map(({ code }) => code),
      ['date-format'],
    );
    await client.dispose();
  });

  it('a reader that leaves early is no failure', () => {
    const folder = folderWith({ [NAME]: manyErrors() });
    const command = `"${process.execPath}" "${program.file}" check --format json ${NAME} | head -c 100`;
    const { stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: folder });
    assert.equal(String(stderr), '');
    assert.equal(stdout.length, 100);
  });

  for (const { title, content, only } of BAD_INPUTS) {
    it(`${title}: told clearly, in less than ${MOST_MEMORY} MB`, async () => {
      const folder = folderWith({ [NAME]: content() });
      const { code, out, err, memory } = await program.run(['check', NAME], folder);
      assert.equal(err, '');
      assert.equal(code, 1);
      const codes = [...out.matchAll(/\[([a-z-]+)(?:, correction sûre)?\]$/gm)].map(([, rule]) => rule);
      assert.ok(codes.length > 0);
      if (only !== undefined) assert.deepEqual(codes, [only]);
      assert.ok(Math.max(...out.split('\n').map((line) => line.length)) < 1000);
      assert.ok(memory > 20 && memory < MOST_MEMORY, `${memory} MB`);
    });
  }

  it('100,000 errors: the first are shown and the others counted; JSON has them all', async () => {
    const folder = folderWith({ [NAME]: manyErrors() });
    const pretty = await program.run(['check', NAME], folder);
    assert.ok(pretty.out.split('\n').length < 400);
    const [, hidden = ''] = /… et ([\d\s]+) autres constats/.exec(pretty.out) ?? [];
    const json = await program.run(['check', '--format', 'json', NAME], folder);
    const findings = JSON.parse(json.out) as JsonFinding[];
    assert.ok(findings.length > 100_000);
    assert.equal(Number(hidden.replaceAll(/\s/g, '')), findings.length - 100);
    assert.ok(json.memory < MOST_MEMORY, `${json.memory} MB`);
  });

  it('100,000 errors: the safe ones are mended, in the same memory', async () => {
    const folder = folderWith({ [NAME]: manyErrors() });
    const { code, out, memory } = await program.run(['fix', NAME], folder);
    assert.equal(code, 1);
    assert.match(out, /Bloc manquant \[bloc-manquant\]/);
    assert.ok(memory < MOST_MEMORY, `${memory} MB`);
    assert.doesNotThrow(() => JSON.parse(readFileSync(join(folder, NAME), 'utf8')) as unknown);
  });

  it('a file cut at any place is told, never taken for a right one', async () => {
    const cuts = Array.from({ length: 20 }, (_, i) =>
      Math.floor(((i + 1) * (RIGHT.trimEnd().length - 1)) / 20),
    );
    const folder = folderWith(
      Object.fromEntries(cuts.map((end) => [`${end}.avance.json`, RIGHT.slice(0, end)])),
    );
    const { code, out } = await program.run(['check', '--format', 'json', '.'], folder);
    assert.equal(code, 1);
    const told = new Set(
      (JSON.parse(out) as JsonFinding[]).filter((f) => f.severity === 'error').map((f) => f.file),
    );
    assert.equal(told.size, cuts.length);
  });

  it('Windows-1252: every lost accent is told, nothing else is', async () => {
    const folder = folderWith({ [NAME]: Buffer.from(RIGHT.replaceAll('\n', '\r\n'), 'latin1') });
    const { code, out } = await program.run(['check', '--format', 'json', NAME], folder);
    const codes = new Set((JSON.parse(out) as JsonFinding[]).map((finding) => finding.code));
    assert.deepEqual([code, [...codes]], [0, ['encodage']]);
  });

  it('keys like __proto__ are keys like others', async () => {
    const text = RIGHT.replace(
      '"typeDemande"',
      '"__proto__": { "constructor": null },\n  "toString": 1,\n  "typeDemande"',
    );
    const { code, out } = await program.run(
      ['check', '--format', 'json', NAME],
      folderWith({ [NAME]: text }),
    );
    const findings = JSON.parse(out) as JsonFinding[];
    assert.deepEqual(
      findings.map((finding) => [finding.code, finding.line]),
      [
        ['balise-hors-modele', 2],
        ['balise-hors-modele', 3],
      ],
    );
    assert.equal(code, 0);
  });

  it('20 MB of JSON that is not ours: left alone', async () => {
    const folder = folderWith({
      'carte.json': `{"type":"FeatureCollection","features":[${'[1,2],'.repeat(3.3e6)}0]}`,
    });
    const { code, out, memory } = await program.run(['check', 'carte.json'], folder);
    assert.equal(code, 0);
    assert.match(out, /Non vérifié : carte\.json/);
    assert.ok(memory < MOST_MEMORY, `${memory} MB`);
  });
});
