import assert from 'node:assert/strict';
import { Progress } from '../../server/src/cli/checks/progress';
import { Session } from '../../server/src/cli/session';
import { statusOn, type Terminal } from '../../server/src/cli/terminal';
import { Voice } from '../../server/src/cli/voice';
import { folderWith, removeFolders, runCli } from '../support/cli';
import { validFileOf } from '../support/valid-files';

/** What a run of so many steps shows, each of them taking so many milliseconds. */
function shownBy(steps: number, milliseconds: number): string[] {
  const shown: string[] = [];
  const status = (text: string): unknown => shown.push(text);
  let now = 0;
  const progress = new Progress(steps, new Session({ status } as Terminal, new Voice('fr')), () => now);
  for (let step = 0; step < steps; step++) {
    now += milliseconds;
    progress.step();
  }
  progress.end();
  return shown;
}

describe('the progress of a long check', () => {
  afterEach(removeFolders);

  it('is told now and then, and wiped at the end', () => {
    assert.deepEqual(shownBy(5, 160), [
      'Vérification : 2 sur 5 fichiers…',
      'Vérification : 4 sur 5 fichiers…',
      '',
    ]);
  });

  it('is not told of a short one', () => {
    assert.deepEqual(shownBy(5, 10), []);
  });

  it('stands on one line of a screen, and nowhere else', () => {
    let written = '';
    const stream = (isTTY: boolean) => ({ isTTY, write: (text: string) => (written += text) !== '' });
    statusOn(stream(false), {})('un');
    statusOn(stream(true), { TERM: 'dumb' })('deux');
    assert.equal(written, '');
    statusOn(stream(true), { TERM: 'xterm' })('trois');
    assert.equal(written, '\r\u001b[Ktrois');
  });

  it('is gone before the report begins, and no part of it', async () => {
    const text = validFileOf('HOP-DPI-Va2', 1).replace('"12/09/2025"', '"2025-09-12"');
    const folder = folderWith({ 'a.avance.json': text, 'b.avance.json': text });
    const plain = await runCli(['check', '.'], { folder });
    const said: string[] = [];
    const say = (line: string): unknown => said.push(line);
    await atEachLook(1000, () => runCli(['check', '.'], { folder, status: say, out: say }));
    assert.deepEqual(said.slice(0, 3), [
      'Vérification : 1 sur 2 fichiers…',
      'Vérification : 2 sur 2 fichiers…',
      '',
    ]);
    assert.equal(said.slice(3).join(''), plain.out);
  });
});

/** Does something while the clock goes on by so many milliseconds each time that somebody looks at it. */
async function atEachLook(milliseconds: number, work: () => Promise<unknown>): Promise<void> {
  let time = 0;
  Object.defineProperty(performance, 'now', { value: () => (time += milliseconds), configurable: true });
  try {
    await work();
  } finally {
    // That of its class stands behind.
    Reflect.deleteProperty(performance, 'now');
  }
}
