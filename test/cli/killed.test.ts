import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { folderWith, removeFolders, runCli } from '../support/cli';
import { CliProgram, type ProgramAnswer } from '../support/cli-program';
import { validFileOf } from '../support/valid-files';

const NAME = 'mars.avance.json';
const DIES_AT = resolve(__dirname, '../support/dies-at.cjs');
const RIGHT = validFileOf('MDV-LGC-Va2', 2);
const ILLEGAL = RIGHT.replace('bdc-0001.pdf', 'reçu n°1.pdf');
const PIECES = { 'reçu n°1.pdf': '%PDF-1', 'bdc-0002.pdf': '%PDF-2' };
const HISTORY = '{ "zips": [{ "nom": "fevrier-avance.zip" }] }';

interface Story {
  readonly title: string;
  readonly argv: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  /** Exit code of a run to the end. */
  readonly code?: number;
  /** What runs once the command was killed: it goes through with what is there. */
  readonly again?: readonly string[];
  /** Tried on a full disk too. */
  readonly isTriedFull?: true;
}

const STORIES: readonly Story[] = [
  {
    title: 'zip, the first one',
    argv: ['zip', NAME],
    files: { [NAME]: RIGHT, 'bdc-0001.pdf': '1', ...PIECES },
  },
  {
    title: 'zip, with names put right and a history',
    argv: ['zip', NAME],
    files: { [NAME]: ILLEGAL, ...PIECES, '.segur/zip-history.json': HISTORY },
    isTriedFull: true,
  },
  {
    title: 'split',
    argv: ['split', NAME],
    files: { [NAME]: validFileOf('MDV-LGC-Va2', 201) },
    again: ['split', '--force', NAME],
  },
  {
    title: 'split --ok-ko',
    argv: ['split', '--ok-ko', NAME],
    files: { [NAME]: RIGHT.replace('"12/09/2025"', '"31/02/2025"') },
    code: 1,
    again: ['split', '--ok-ko', '--force', NAME],
  },
  { title: 'solde', argv: ['solde', NAME], files: { [NAME]: RIGHT }, again: ['solde', '--force', NAME] },
  {
    title: 'solde --force, on an older one',
    argv: ['solde', '--force', NAME],
    files: { [NAME]: RIGHT, 'mars.solde.json': '{ "ancien": true }\n' },
  },
  { title: 'fix', argv: ['fix', NAME], files: { [NAME]: RIGHT.replace('"12/09/2025"', '"2025-09-12"') } },
];

/** Every file of a folder by its path; what was being written when the process died is under a name of its own. */
function contentsOf(folder: string): Map<string, Buffer> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    paths
      .filter((path) => statSync(join(folder, path)).isFile() && !/(?:^|\/)\.[^/]+\.tmp$/.test(path))
      .map((path) => [path, readFileSync(join(folder, path))]),
  );
}

describe('command line: killed at each step of its writing', function () {
  this.timeout(180_000);
  let program: CliProgram;
  before(async () => {
    program = await CliProgram.build(folderWith({}));
  });
  after(removeFolders);

  const run = (
    argv: readonly string[],
    folder: string,
    env: Record<string, string>,
  ): Promise<ProgramAnswer> =>
    program.run(argv, folder, { ...env, NODE_OPTIONS: `--require ${JSON.stringify(DIES_AT)}` });

  for (const story of STORIES) {
    it(`${story.title}: every file is as it was or wholly rewritten, and the command goes on from there`, () =>
      tell(story, {}));
  }

  for (const story of STORIES.filter(({ isTriedFull }) => isTriedFull)) {
    it(`${story.title}: the same on a disk that is full, which is told`, () =>
      tell(story, { DIES_OF: 'ENOSPC' }));
  }

  async function tell(
    { argv, files, code = 0, again = argv }: Story,
    env: Record<string, string>,
  ): Promise<void> {
    const whole = folderWith(files);
    const before = contentsOf(whole);
    assert.equal((await runCli(argv, { folder: whole })).code, code);
    const after = contentsOf(whole);
    for (let step = 1; ; step++) {
      const folder = folderWith(files);
      const answer = await run(argv, folder, { ...env, DIES_AT: String(step) });
      const left = contentsOf(folder);
      for (const path of new Set([...before.keys(), ...left.keys()])) {
        const isWhole = [before, after].some((one) => hasSame(one, left, path));
        assert.ok(isWhole, `${path} is neither as it was nor rewritten at step ${step}`);
      }
      if (answer.code === code) {
        assert.ok(step > 5, 'it died at no step');
        return;
      }
      if (env.DIES_OF === undefined) assert.equal(answer.code, -1, 'the process was killed');
      else {
        assert.equal(answer.code, 2, answer.err);
        assert.match(answer.err, /ENOSPC/);
      }
      assert.equal((await runCli(again, { folder })).code, code, `nothing goes on behind step ${step}`);
    }
  }
});

/** True when a file is in both with the same bytes, or in none. */
function hasSame(one: Map<string, Buffer>, other: Map<string, Buffer>, path: string): boolean {
  const [left, right] = [one.get(path), other.get(path)];
  return left === undefined || right === undefined ? left === right : left.equals(right);
}
