import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Terminal } from '../../server/src/cli/terminal';
import { folderWith, removeFolders, runCli, type Answer } from '../support/cli';
import { eventually } from '../support/lsp-client';
import { validFileOf } from '../support/valid-files';

const RIGHT = validFileOf('MDV-LGC-Va2', 2);
const WRONG = RIGHT.replace('"12/09/2025"', '"2025-09-12"');
/** Milliseconds that a round may take on a machine with other work. */
const LONGEST = 15_000;
const WAITING = /En attente d'une modification/g;

/** A watch that runs, and what it has said so far. */
class Watching {
  private said = '';
  private stop: () => void = () => undefined;
  readonly end: Promise<Answer>;

  constructor(
    readonly folder: string,
    argv: readonly string[] = ['.'],
    surroundings: Partial<Terminal> = {},
  ) {
    const stopped = new Promise<void>((stop) => {
      this.stop = stop;
    });
    const say = (text: string): void => {
      this.said += text;
    };
    this.end = runCli(['check', '--watch', ...argv], {
      folder,
      out: say,
      err: say,
      stopped: () => stopped,
      ...surroundings,
    });
  }

  get rounds(): number {
    return [...this.said.matchAll(WAITING)].length;
  }

  /** True once it has said so; undefined before. */
  tells(what: RegExp): true | undefined {
    return what.test(this.said) || undefined;
  }

  /** All that was said until round `rank`, from 1, was over. */
  round(rank: number): Promise<string> {
    const told = (): string | undefined =>
      this.rounds >= rank ? this.said.split(WAITING)[rank - 1] : undefined;
    return eventually(`round ${rank}`, told, LONGEST);
  }

  write(name: string, text: string): void {
    writeFileSync(join(this.folder, name), text);
  }

  /** Ends it as Ctrl+C does; gives the exit code. */
  async close(): Promise<number> {
    this.stop();
    return (await this.end).code;
  }
}

describe('command line: check --watch', () => {
  let watching: Watching;
  afterEach(async () => {
    await watching.close();
    removeFolders();
  });

  it('checks again what was saved, and ends with the exit code of the last check', async () => {
    watching = new Watching(folderWith({ 'a.avance.json': RIGHT }));
    assert.match(await watching.round(1), /Aucun constat/);
    watching.write('a.avance.json', WRONG);
    const second = await watching.round(2);
    assert.match(second, /Modifié : a\.avance\.json\. Nouvelle vérification/);
    assert.match(second, /\[date-format/);
    assert.equal(await watching.close(), 1);
  });

  it('hears of files that come, go and change names, in folders that were not there', async () => {
    watching = new Watching(folderWith({ 'a.avance.json': RIGHT }));
    await watching.round(1);
    mkdirSync(join(watching.folder, 'lots'));
    watching.write('lots/b.avance.json', WRONG);
    await eventually(
      'the new file',
      () => watching.tells(/^lots\/b\.avance\.json [^]*\nEn attente/m),
      LONGEST,
    );
    const before = watching.rounds;
    renameSync(join(watching.folder, 'lots/b.avance.json'), join(watching.folder, 'lots/c.avance.json'));
    assert.match(await watching.round(before + 1), /Modifié : lots\/b\.avance\.json, lots\/c\.avance\.json/);
    rmSync(join(watching.folder, 'lots/c.avance.json'));
    assert.match(await watching.round(before + 2), /Aucun constat/);
  });

  it('a file that is not there is waited for', async () => {
    watching = new Watching(folderWith({}), ['a.avance.json']);
    assert.match(await watching.round(1), /a\.avance\.json : ce fichier n'existe pas/);
    watching.write('a.avance.json', RIGHT);
    assert.match(await watching.round(2), /Aucun constat/);
    assert.equal(await watching.close(), 0);
  });

  it('settings count: a wrong one is told, and followed again once it is right', async () => {
    watching = new Watching(folderWith({ '.segur/segur.json': '{}', 'lots/a.avance.json': WRONG }), ['lots']);
    assert.match(await watching.round(1), /\[date-format/);
    watching.write('.segur/segur.json', '{ "fichiers": 1 }');
    assert.match(await watching.round(2), /segur\.json:1:/);
    watching.write('.segur/segur.json', '{ "fichiers": { "lots/a.avance.json": "ignorer" } }');
    assert.match(await watching.round(3), /« ignorer »/);
    assert.equal(await watching.close(), 0);
  });

  it('what is of no concern starts nothing: other files, and the same file untouched', async () => {
    watching = new Watching(folderWith({ 'a.avance.json': RIGHT }));
    await watching.round(1);
    watching.write('piece.pdf', 'x');
    watching.write('a.avance.json', WRONG);
    assert.match(await watching.round(2), /Modifié : a\.avance\.json\. /);
    assert.equal(watching.rounds, 2);
  });

  it('wipes a screen before it tells the new state, and nothing else than a screen', async () => {
    watching = new Watching(folderWith({ 'a.avance.json': RIGHT }), ['.'], { isScreen: true });
    assert.ok(!(await watching.round(1)).includes('\u001b'));
    watching.write('a.avance.json', WRONG);
    assert.ok((await watching.round(2)).includes('\u001b[2J\u001b[3J\u001b[H'));
    await watching.close();
    watching = new Watching(folderWith({ 'a.avance.json': RIGHT }));
    await watching.round(1);
    watching.write('a.avance.json', WRONG);
    assert.ok(!(await watching.round(2)).includes('\u001b'));
  });

  it('rests while nothing happens: the system wakes it, no clock does', async () => {
    watching = new Watching(folderWith({ 'a.avance.json': RIGHT }));
    await watching.round(1);
    // Of this test's own run there is at most the runner's limit on its time.
    const timers = (): number => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
    const end = performance.now() + 5000;
    while (timers() > 1 && performance.now() < end) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    assert.ok(timers() <= 1, process.getActiveResourcesInfo().join(' '));
    assert.ok(process.getActiveResourcesInfo().includes('FSEventWrap'));
  });

  it('is refused where it makes no sense', async () => {
    watching = new Watching(folderWith({}), ['-']);
    assert.equal((await watching.end).code, 2);
    for (const argv of [[], ['-'], ['.', '--format', 'sarif'], ['.', '--format', 'json']]) {
      const { code, err } = await runCli(['check', '--watch', ...argv], { folder: watching.folder });
      assert.equal(code, 2);
      assert.match(err, /indiquez au moins un fichier|retirez « - »|--format pretty ou unix/);
    }
  });
});
