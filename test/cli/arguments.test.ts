import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { runCli } from '../support/cli';

const refused: readonly { argv: string[]; says: RegExp }[] = [
  { argv: [], says: /indiquez une commande/ },
  {
    argv: ['chek', 'a.json'],
    says: /« chek » n'est pas une commande.*check, deadlines, fix, price, solde, split, zip et lsp/,
  },
  { argv: ['check'], says: /indiquez au moins un fichier.*segur-sons check/ },
  { argv: ['fix'], says: /indiquez au moins un fichier.*segur-sons fix/ },
  { argv: ['check', '--froid', 'a.json'], says: /l'option --froid n'existe pas pour la commande check/ },
  { argv: ['check', '--dry-run', 'a.json'], says: /l'option --dry-run n'existe pas pour la commande check/ },
  {
    argv: ['fix', '--format', 'json', 'a.json'],
    says: /l'option --format n'existe pas pour la commande fix/,
  },
  { argv: ['fix', '--dry-run=oui', 'a.json'], says: /l'option --dry-run n'attend pas de valeur/ },
  {
    argv: ['check', '--format', 'xml', 'a.json'],
    says: /pretty, unix, json, sarif, junit, github, gitlab\. Valeur reçue : « xml »/,
  },
  { argv: ['check', 'a.json', '--format'], says: /--format attend l'une de ces valeurs.*« {2}»/ },
  { argv: ['check', '--max-warnings=-1', 'a.json'], says: /--max-warnings attend un nombre entier.*« -1 »/ },
  {
    argv: ['check', '--max-warnings', 'dix', 'a.json'],
    says: /--max-warnings attend un nombre entier.*« dix »/,
  },
  {
    argv: ['check', '--now', '2026-02-30', 'a.json'],
    says: /--now attend une date qui existe.*« 2026-02-30 »/,
  },
  { argv: ['check', '--now', '01/03/2026', 'a.json'], says: /--now attend une date qui existe/ },
  { argv: ['fix', '--now', '2026-02-30', 'a.json'], says: /--now attend une date qui existe/ },
  { argv: ['check', '--lang', 'de', 'a.json'], says: /--lang attend l'une de ces valeurs : fr, en/ },
  { argv: ['check', '-x', 'a.json'], says: /l'option -x n'existe pas/ },
  { argv: ['lsp'], says: /segur-sons lsp --stdio/ },
];

describe('command line: what it is asked', () => {
  for (const { argv, says } of refused) {
    it(`refuses « ${argv.join(' ')} » with a sentence and the exit code 2`, async () => {
      const { code, out, err } = await runCli(argv);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, says);
      assert.equal(err.trimEnd().split('\n').length, 1);
    });
  }

  it('speaks English when asked to, from the first refusal on', async () => {
    const { err } = await runCli(['chek', '--lang=en']);
    assert.match(err, /"chek" is not a command/);
  });

  it('shows its help, in both languages', async () => {
    for (const argv of [['--help'], ['-h'], ['help'], ['check', '--help']]) {
      const { code, out } = await runCli(argv);
      assert.equal(code, 0);
      assert.match(out, /Utilisation :/);
    }
    assert.match((await runCli(['--help', '--lang', 'en'])).out, /Usage:/);
  });

  it('every option that is accepted is in the help', async () => {
    const { out } = await runCli(['--help']);
    const declared = [
      ...readFileSync('server/src/cli/arguments.ts', 'utf8').matchAll(/^ {2}'?([a-z-]+)'?: \{ type:/gm),
    ];
    assert.ok(declared.length >= 7);
    for (const [, option = ''] of declared) assert.ok(out.includes(`--${option}`), option);
  });

  it('offers in the help of each command the options that it accepts, and no other', async () => {
    const { out } = await runCli(['--help']);
    const accepted = async (commande: string, option: string): Promise<boolean> =>
      !(await runCli([commande, option])).err.includes(`l'option ${option} n'existe pas`);
    const commands = [...out.matchAll(/^ {2}segur-sons ([\w-]+) .*\n((?: {6}--.*\n)*)/gm)];
    assert.deepEqual(
      commands.map(([, commande]) => commande),
      [
        'base',
        'check',
        'deadlines',
        'exceptions',
        'fix',
        'price',
        'solde',
        'import-model',
        'split',
        'zip',
        'lsp',
      ],
    );
    for (const [, commande = '', lines = ''] of commands) {
      for (const option of ['--now', '--format', '--dry-run', '--max-warnings', '--ics']) {
        assert.equal(await accepted(commande, option), lines.includes(option), `${commande} ${option}`);
      }
    }
  });

  it('says its version', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    assert.deepEqual(await runCli(['--version']), { code: 0, out: `${version}\n`, err: '' });
  });

  it('starts the server for « lsp --stdio » and « lsp --node-ipc », with what editors add to it', async () => {
    let started = 0;
    const host = {
      startServer: () => {
        started++;
      },
    };
    assert.equal((await runCli(['lsp', '--stdio', '--clientProcessId=12'], {}, host)).code, 0);
    assert.equal((await runCli(['lsp', '--node-ipc', '--clientProcessId=12'], {}, host)).code, 0);
    assert.equal(started, 2);
  });

  it('turns a failure of its own into a sentence and the exit code 2', async () => {
    const host = {
      startServer: () => {
        throw new Error('plus de mémoire');
      },
    };
    const { code, err } = await runCli(['lsp', '--stdio'], {}, host);
    assert.equal(code, 2);
    assert.match(err, /une erreur imprévue a interrompu la commande \(plus de mémoire\)/);
  });
});
