import assert from 'node:assert/strict';
import { looksOf } from '../../server/src/cli/terminal';

const SCREEN = { isTTY: true, columns: 90 };
const FILE = { isTTY: false, columns: 0 };

describe('command line: colours and width', () => {
  const colours: readonly [Readonly<Record<string, string>>, onScreen: boolean, inFile: boolean][] = [
    [{}, true, false],
    [{ NO_COLOR: '1' }, false, false],
    [{ NO_COLOR: '' }, true, false],
    [{ FORCE_COLOR: '1' }, true, true],
    [{ FORCE_COLOR: '' }, true, true],
    [{ FORCE_COLOR: '0' }, false, false],
    [{ FORCE_COLOR: 'false' }, false, false],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, false, false],
    [{ TERM: 'dumb' }, false, false],
    [{ TERM: 'dumb', FORCE_COLOR: '1' }, true, true],
  ];
  for (const [env, onScreen, inFile] of colours) {
    it(`${JSON.stringify(env)}: ${onScreen ? 'colours' : 'none'} on a screen, ${inFile ? 'colours' : 'none'} in a file`, () => {
      assert.equal(looksOf(env, SCREEN).colours, onScreen);
      assert.equal(looksOf(env, FILE).colours, inFile);
    });
  }

  it('as wide as COLUMNS says, else as the screen; a file has no width', () => {
    assert.equal(looksOf({}, SCREEN).width, 90);
    assert.equal(looksOf({ COLUMNS: '60' }, SCREEN).width, 60);
    assert.equal(looksOf({ COLUMNS: '60' }, FILE).width, 60);
    assert.equal(looksOf({}, FILE).width, undefined);
    for (const COLUMNS of ['', '0', '-5', 'large', '1e3']) {
      assert.equal(looksOf({ COLUMNS }, SCREEN).width, 90, COLUMNS);
    }
  });
});
