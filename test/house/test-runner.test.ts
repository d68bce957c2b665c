import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const right = 'node -e ""';
const wrong = 'node -e "process.exit(3)"';
const prints = (text: string, code = 0): string =>
  `console.log(${JSON.stringify(text)}); process.exitCode = ${String(code)};`;

/** The real runner, in a project whose steps do nothing but print and exit. */
describe('scripts/test.mjs', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'segur-runner-'));
    for (const part of ['scripts/test.mjs', 'scripts/test']) {
      cpSync(join(root, part), join(folder, part), { recursive: true });
    }
    const lock = { lockfileVersion: 3, packages: { '': {}, 'node_modules/a': { version: '1.0.0' } } };
    write('package-lock.json', JSON.stringify(lock));
    write('node_modules/.package-lock.json', JSON.stringify(lock));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('adds up what passed, and ends with the count', () => {
    steps('  12 passing (3s)\n  2 pending\n', 0, { generate: right });
    assert.deepEqual(run('install', 'generate', 'unit'), { code: 0, last: '14 passed, 0 failed' });
  });

  it('goes on after a failing step, and fails', () => {
    steps('  12 passing (3s)\n  1 failing\n', 1, { generate: wrong, lint: wrong });
    assert.deepEqual(run('generate', 'lint', 'unit'), { code: 1, last: '12 passed, 3 failed' });
  });

  it("reads the last line of the editors' runs", () => {
    write('test/vscode/run-node-host.mjs', prints('3 passed, 0 failed\nVS Code 1\n7 passed, 1 failed', 1));
    assert.deepEqual(run('node-host'), { code: 1, last: '7 passed, 1 failed' });
  });

  it('counts a failure when tests passed and the exit code says otherwise', () => {
    write('test/vscode/run-ui.mjs', prints('7 passed, 0 failed', 1));
    assert.deepEqual(run('ui'), { code: 1, last: '7 passed, 1 failed' });
  });

  it('counts a failure when tests failed and the exit code says nothing', () => {
    write('test/vscode/run-ui.mjs', prints('7 passed, 2 failed', 0));
    assert.deepEqual(run('ui'), { code: 1, last: '7 passed, 2 failed' });
  });

  it('does not take silence for success', () => {
    write('test/vscode/run-ui.mjs', prints('all is well'));
    steps('  0 passing (1ms)\n', 0);
    assert.deepEqual(run('unit', 'ui', 'neovim'), { code: 1, last: '0 passed, 3 failed' });
  });

  it('installs when the lock file has moved, and stops when that fails', () => {
    write('package.json', 'npm refuses this at once');
    write('package-lock.json', '{ "packages": { "node_modules/a": { "version": "2.0.0" } } }');
    assert.deepEqual(run('install', 'generate'), { code: 1, last: '0 passed, 1 failed' });
  });

  it('refuses a step that it does not know', () => {
    assert.equal(run('unti').code, 2);
  });

  function write(path: string, text: string): void {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }

  /** Writes the project's scripts; `unit` is what its mocha would print. */
  function steps(unit: string, code: number, scripts: Readonly<Record<string, string>> = {}): void {
    write('unit.cjs', prints(unit, code));
    write('package.json', JSON.stringify({ scripts: { ...scripts, 'test:unit': 'node unit.cjs' } }));
  }

  function run(...names: string[]): { code: number | null; last: string | undefined } {
    const { status, stdout } = spawnSync(process.execPath, ['scripts/test.mjs', ...names], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { code: status, last: stdout.trimEnd().split('\n').at(-1) };
  }
});
