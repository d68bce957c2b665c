import assert from 'node:assert/strict';
import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ThreadTask } from '../../server/src/cli/checks/thread-protocol';
import type { Host } from '../../server/src/cli/run';
import { CHECK_FORMATS } from '../../server/src/cli/report/reporters';
import { folderWith, NO_SERVER, removeFolders, runCli, type Answer } from '../support/cli';
import { CliProgram } from '../support/cli-program';
import { validFileOf } from '../support/valid-files';

const RIGHT = validFileOf('MDV-LGC-Va2', 3);
const WRONG = RIGHT.replace('"12/09/2025"', '"2025-09-12"').replace('1000.00', '1000,00');
const BASE = ['--base', 'base.csv', '--now', '2026-03-05'];
const SETTINGS = {
  regles: { 'date-format': 'avertissement', 'piece-manquante': 'inactive' },
  exceptions: [
    {
      fichier: 'faux-1.avance.json',
      regle: 'beneficiaire-en-double-ailleurs',
      motif: 'Repris de mars',
      jusquau: '31/12/2026',
    },
    { fichier: 'faux-2.avance.json', regle: 'montant-nul', motif: 'Connu', jusquau: '01/01/2026' },
    { fichier: 'bon-1.avance.json', regle: 'date-format', motif: 'Sans objet', jusquau: '31/12/2026' },
  ],
};

/** Files of every kind: right, wrong, alike, broken, of others, unreadable; with settings, exceptions and a base. */
function manyKinds(): string {
  const files: Record<string, string | Buffer> = {
    'base.csv': readFileSync('samples/base-es-fictive.csv'),
    'lots/.segur/segur.json': JSON.stringify(SETTINGS),
    'lots/ailleurs/.segur/segur.json': '{ "familles": { "montants": "information" } }',
    'lots/ailleurs/faux.avance.json': WRONG,
    'lots/autre.json': '[]',
    'lots/vide.avance.json': '',
    'lots/latin.avance.json': Buffer.from(RIGHT, 'latin1'),
  };
  for (let rank = 0; rank < 4; rank++) {
    files[`lots/bon-${rank}.avance.json`] = RIGHT.replaceAll('REF-', `REF-${rank}-`);
    files[`lots/faux-${rank}.avance.json`] = WRONG;
    files[`lots/coupe-${rank}.avance.json`] = WRONG.slice(0, -40 * (rank + 1));
  }
  for (const family of ['hopital', 'imagerie', 'medecins-de-ville', 'mal-formes']) {
    for (const name of readdirSync(join('samples', family))) {
      files[`lots/${family}/${name}`] = readFileSync(join('samples', family, name));
    }
  }
  const folder = folderWith(files);
  symlinkSync('nulle-part.json', join(folder, 'lots', 'lien-mort.avance.json'));
  return folder;
}

describe('command line: threads', function () {
  this.timeout(120_000);
  let program: CliProgram;

  before(async () => {
    program = await CliProgram.build(folderWith({}));
  });
  after(removeFolders);

  /** A host with two threads, whatever the work; `seen` counts the files that they were asked about. */
  function hostWith(start: (task: ThreadTask) => Worker, seen = { files: 0, threads: 0 }): Host {
    return {
      ...NO_SERVER,
      threads: {
        most: 2,
        worth: 1,
        start: (task) => {
          const worker = start(task);
          seen.threads++;
          worker.on('message', () => seen.files++);
          return worker;
        },
      },
    };
  }

  const shipped = (task: ThreadTask): Worker => new Worker(program.file, { workerData: task });

  function checked(folder: string, host?: Host, ...more: string[]): Promise<Answer> {
    return runCli(['check', ...more, ...BASE, 'lots'], { folder, width: 90 }, host);
  }

  for (const format of CHECK_FORMATS) {
    it(`${format}: to the last byte what one thread tells`, async () => {
      const folder = manyKinds();
      const seen = { files: 0, threads: 0 };
      const shared = await checked(folder, hostWith(shipped, seen), '--format', format);
      const alone = await checked(folder, undefined, '--format', format);
      assert.deepEqual(shared, alone);
      assert.equal(alone.code, 2);
      assert.match(alone.err, /lien-mort\.avance\.json/);
      assert.ok(alone.out.length > 10_000);
      assert.equal(seen.threads, 2);
      assert.ok(seen.files > 0);
    });
  }

  it('in English too, and where warnings are limited', async () => {
    const folder = manyKinds();
    const more = ['--lang', 'en', '--max-warnings', '1'];
    assert.deepEqual(
      await checked(folder, hostWith(shipped), ...more),
      await checked(folder, undefined, ...more),
    );
  });

  it('a thread that ends is told, and nothing else is', async () => {
    for (const [code, why] of [
      ['process.exit(7)', 'exit 7'],
      ['throw new Error("plus de place")', 'plus de place'],
    ] as const) {
      const host = hostWith(() => new Worker(code, { eval: true }));
      const { code: exit, out, err } = await checked(manyKinds(), host);
      assert.deepEqual([exit, out], [2, '']);
      assert.match(err, /^segur-sons : la vérification de lots\/\S+ s'est interrompue \(/);
      assert.ok(err.includes(`(${why})`), err);
    }
  });

  it('what stops the run in a thread stops it', async () => {
    const host = hostWith((task) => shipped({ ...task, base: 'absente.csv' }));
    const { code, out, err } = await checked(manyKinds(), host);
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /absente\.csv/);
  });

  it('one file, and what is written to the command, need no thread', async () => {
    const folder = folderWith({ 'a.avance.json': WRONG, 'b.avance.json': RIGHT });
    const host = hostWith(() => {
      throw new Error('no thread was to start');
    });
    assert.equal((await runCli(['check', 'a.avance.json'], { folder }, host)).code, 1);
    const input = (): Promise<Buffer> => Promise.resolve(Buffer.from(WRONG));
    assert.equal(
      (await runCli(['check', '-', 'a.avance.json', 'b.avance.json'], { folder, input }, host)).code,
      1,
    );
  });

  it('the program tells of megabytes what one thread tells, in memory that does not grow with them', async () => {
    const large = validFileOf('MDV-LGC-Va2', 200);
    const files = Array.from({ length: 24 }, (_, rank) => [
      `${rank}.avance.json`,
      large.replaceAll('REF-', `REF-${rank}-`).replace('"12/09/2025"', '"2025-09-12"'),
    ]);
    const folder = folderWith(Object.fromEntries(files) as Record<string, string>);
    const { code, out, err, memory } = await program.run(['check', '--format', 'unix', '.'], folder);
    const alone = await runCli(['check', '--format', 'unix', '.'], { folder });
    assert.deepEqual({ code, out, err }, alone);
    assert.equal(code, 1);
    assert.ok(memory < 512, `${memory} MB`);
  });
});
