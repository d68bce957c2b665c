import assert from 'node:assert/strict';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { CHECK_FORMATS } from '../../server/src/cli/report/reporters';
import { folderWith, removeFolders, runCli, type Answer } from '../support/cli';
import { validFileOf } from '../support/valid-files';

/** Wipes a screen, names its window, begins a sequence in one sign, and turns the direction of writing. */
const COMMANDS = '\u001b[2J\u001b]0;x\u0007\u009b31m\u202e\u2066';
/** All but the ends of lines, and tabs. */
const COMMANDING = /[^\P{Cc}\n\r\t]|[\u202a-\u202e\u2066-\u2069]/u;
const RIGHT = validFileOf('HOP-DPI-Va2', 2);
const [FIRST = ''] = /"piece-[^"]*"|"bdc-[^"]*"/.exec(RIGHT) ?? [];
const NAME = `a${COMMANDS}.avance.json`;
const NOW = ['--now', '2026-03-05'];

/** A file of requests in which every text is a command to the terminal, beside those of the model. */
function hostileText(): string {
  const written = JSON.stringify(COMMANDS);
  return RIGHT.replace(/"(REF|BDC|F)-/g, `"${written.slice(1, -1)}$1-`)
    .replaceAll('"Structure fictive"', written)
    .replaceAll('"VAGUE_2"', written)
    .replace('"12/09/2025"', written)
    .replace('{', `{ ${JSON.stringify(`balise${COMMANDS}`)}: ${written},`);
}

const SETTINGS = JSON.stringify({
  exceptions: [{ regle: 'date-format', fichier: NAME, motif: COMMANDS, jusquau: '01/01/2027' }],
});
const REGULATION = JSON.stringify({
  echeances: [
    { id: `x${COMMANDS}`, value: '12/03/2026', source: [COMMANDS], status: 'confirmé', note: COMMANDS },
  ],
});

/** Everything below a folder, with what a write would change. */
function treeOf(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.map((name) => `${name} ${lstatSync(join(folder, name)).mtimeMs}`).sort();
}

describe('command line: a folder made to harm', function () {
  this.timeout(60_000);
  if (process.platform === 'win32') return;
  afterEach(removeFolders);

  const COMMAND_LINES: readonly (readonly string[])[] = [
    ...CHECK_FORMATS.map((format) => ['check', '--format', format, ...NOW, '.']),
    ['check', `absent${COMMANDS}.json`],
    ['check', `*${COMMANDS}*.json`],
    ['check', '--format', COMMANDS, '.'],
    ['check', `--${COMMANDS}`],
    [COMMANDS],
    ['exceptions', '.'],
    ['exceptions', '--format', 'json', '.'],
    ['price', ...NOW, '.'],
    ['price', '--format', 'json', ...NOW, '.'],
    ['price', '--format', 'csv', ...NOW, '.'],
    ['base', `base${COMMANDS}.csv`],
    ['base', '--format', 'json', `base${COMMANDS}.csv`],
    ['check', '--base', `base${COMMANDS}.csv`, '.'],
    ['fix', '--dry-run', ...NOW, '.'],
    ['fix', ...NOW, '.'],
    ['solde', NAME],
    ['split', '--ok-ko', '.'],
    ['zip', NAME],
    ['zip', 'b.avance.json'],
    ['import-model', NAME, '--sons', 'HOP-X-Va2', '--etape', 'avance'],
    ['import-model', NAME, '--sons', COMMANDS, '--etape', 'avance'],
    ['deadlines', COMMANDS],
  ];
  for (const [lang] of [['fr'], ['en']] as const) {
    for (const argv of COMMAND_LINES) {
      it(`${JSON.stringify(argv.join(' '))} in ${lang}: nothing of it commands the terminal`, async () => {
        const { out, err } = await inHostileFolder([...argv, '--lang', lang]);
        assert.notEqual(out + err, '');
        assert.equal(COMMANDING.exec(out + err), null, JSON.stringify(out + err));
      });
    }
  }

  it('settings that command the terminal are refused in words that do not', async () => {
    for (const file of [
      'segur.json',
      'regulation.json',
      'zip-history.json',
      'formats/A.avance.schema.json',
    ]) {
      const folder = folderWith({
        [`d${COMMANDS}/${NAME}`]: RIGHT,
        [`d${COMMANDS}/.segur/${file}`]: `{ "x${COMMANDS}": `,
      });
      const zipped = await runCli(['zip', join(`d${COMMANDS}`, NAME)], { folder });
      const checked = await runCli(['check', '.'], { folder });
      const said = [zipped, checked].map(({ out, err }) => out + err).join('');
      assert.equal(COMMANDING.exec(said), null, JSON.stringify(said));
    }
  });

  it('links to devices are not read to their end, which never comes', async () => {
    for (const link of [
      'a.avance.json',
      'candidature.json',
      '.segur/segur.json',
      '.segur/regulation.json',
      '.segur/zip-history.json',
      '.segur/formats/A-Va2.avance.schema.json',
    ]) {
      const folder = folderWith({ 'b.avance.json': RIGHT });
      mkdirSync(join(folder, '.segur/formats'), { recursive: true });
      symlinkSync('/dev/zero', join(folder, link));
      for (const argv of [['check', '.'], ['zip', 'b.avance.json'], ['deadlines'], ['exceptions', '.']]) {
        const { code } = await runCli(argv, { folder });
        assert.ok(code <= 2, `${argv.join(' ')} ${link}`);
      }
    }
  });

  it('links in circles, of files and of folders, end', async () => {
    const folder = folderWith({ 'lots/b.avance.json': RIGHT });
    symlinkSync('..', join(folder, 'lots/parent'));
    symlinkSync('rond.avance.json', join(folder, 'rond.avance.json'));
    mkdirSync(join(folder, '.segur'));
    symlinkSync('segur.json', join(folder, '.segur/segur.json'));
    const { code, err } = await runCli(['check', '.'], { folder });
    assert.equal(code, 2);
    assert.match(err, /segur\.json/);
  });

  it('an attachment that is a link is no attachment: nothing from elsewhere gets into the ZIP', async () => {
    const outside = folderWith({ 'secret.pdf': 'secret' });
    const folder = folderWith({ 'b.avance.json': RIGHT });
    for (const [name] of RIGHT.matchAll(/[\w-]+\.pdf/g)) {
      if (!existsSync(join(folder, name))) symlinkSync(join(outside, 'secret.pdf'), join(folder, name));
    }
    const { code, err } = await runCli(['zip', 'b.avance.json'], { folder });
    assert.equal(code, 2);
    assert.ok(FIRST !== '' && err.includes(JSON.parse(FIRST) as string), err);
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.endsWith('.zip')),
      [],
    );
  });

  it('what commands write stays in the folder: not through a link that stands in its place', async () => {
    const outside = folderWith({ 'temoin.json': '{}', 'vide/x': '' });
    const before = treeOf(outside);
    const folder = folderWith({ 'b.avance.json': RIGHT });
    for (const [name] of RIGHT.matchAll(/[\w-]+\.pdf/g)) writeFileSync(join(folder, name), 'x');
    symlinkSync(join(outside, 'vide'), join(folder, '.segur'));
    symlinkSync(join(outside, 'nouveau.json'), join(folder, 'b.solde.json'));
    symlinkSync(join(outside, 'nouveau.zip'), join(folder, 'b-avance.zip'));
    for (const argv of [
      ['solde', 'b.avance.json'],
      ['zip', 'b.avance.json'],
      ['import-model', 'b.avance.json', '--sons', 'HOP-X-Va2', '--etape', 'avance'],
    ]) {
      await runCli(argv, { folder });
    }
    assert.deepEqual(treeOf(outside), before);
  });

  it('keys of every object are keys like others, in settings and history too', async () => {
    const polluting = '"__proto__": { "polluted": 1 }, "constructor": { "prototype": { "polluted": 1 } }';
    const folder = folderWith({
      'a.avance.json': RIGHT.replace('{', `{ ${polluting},`),
      '.segur/zip-history.json': `{ "zips": [], ${polluting} }`,
      '.segur/segur.json': `{ "fichiers": { "__proto__": "ignorer", "constructor": "ignorer" } }`,
    });
    for (const argv of [
      ['check', '.'],
      ['zip', 'a.avance.json'],
      ['price', '.'],
      ['fix', '.'],
    ]) {
      await runCli(argv, { folder });
    }
    assert.equal(({} as { polluted?: unknown }).polluted, undefined);
    const { out } = await runCli(['check', '.'], { folder });
    assert.match(out, /a\.avance\.json/);
  });
});

function inHostileFolder(argv: readonly string[]): Promise<Answer> {
  const base = readFileSync('samples/base-es-fictive.csv', 'utf8').slice(0, 2000);
  const folder = folderWith({
    [NAME]: hostileText(),
    'b.avance.json': hostileText(),
    [`lot${COMMANDS}/c.avance.json`]: '{ "sons": ',
    [`base${COMMANDS}.csv`]: `${base}\n990000119;${COMMANDS};x\n`,
    [`piece${COMMANDS}.pdf`]: 'x',
    '.segur/segur.json': argv[0] === 'exceptions' || argv[0] === 'check' ? SETTINGS : '{}',
    '.segur/regulation.json': argv[0] === 'deadlines' ? REGULATION : '{}',
  });
  return runCli(argv, { folder });
}
