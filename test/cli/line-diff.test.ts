import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lineChanges } from '../../server/src/cli/line-diff';
import { diffLines } from '../../server/src/cli/report/diff';
import { styleFor } from '../../server/src/cli/report/style';

const lines = fc.array(fc.constantFrom('{', '}', '},', '"a": 1,', '"b": 2'), { maxLength: 40 });

function apply(before: readonly string[], changes: ReturnType<typeof lineChanges>): string[] {
  const result: string[] = [];
  let from = 0;
  for (const { at, removed, added } of changes) {
    result.push(...before.slice(from, at), ...added);
    assert.deepEqual(before.slice(at, at + removed.length), removed);
    from = at + removed.length;
  }
  return [...result, ...before.slice(from)];
}

describe('differences between two texts', () => {
  it('lead from the one to the other, whatever they are', () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        assert.deepEqual(apply(before, lineChanges(before, after)), after);
      }),
    );
  });

  it('are none between equal texts', () => {
    fc.assert(fc.property(lines, (text) => assert.deepEqual(lineChanges(text, text), [])));
  });

  it('stay small around one line added far from others', () => {
    const before = Array.from({ length: 500 }, (_, i) => `ligne ${i}`);
    const after = [...before.slice(0, 250), 'nouvelle', ...before.slice(250)];
    assert.deepEqual(lineChanges(before, after), [{ at: 250, removed: [], added: ['nouvelle'] }]);
  });

  it('do not take longer than the texts deserve', () => {
    const before = Array.from({ length: 20_000 }, (_, i) => `a${i}`);
    const after = Array.from({ length: 20_000 }, (_, i) => `b${i}`);
    assert.deepEqual(apply(before, lineChanges(before, after)), after);
  });

  it('are told as diff -u tells them, numbers of lines included', () => {
    const before = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'];
    const after = ['1', '2', '3', 'x', '4', '5', '6', '7', '8', '9', '10', 'y', '12'];
    assert.deepEqual(diffLines('a.json', before.join('\n'), after.join('\n'), styleFor(false)), [
      '--- a.json',
      '+++ a.json',
      '@@ -2,4 +2,5 @@',
      ' 2',
      ' 3',
      '+x',
      ' 4',
      ' 5',
      '@@ -9,4 +10,4 @@',
      ' 9',
      ' 10',
      '-11',
      '+y',
      ' 12',
    ]);
  });

  it('that are near each other are told together', () => {
    const told = diffLines('a.json', 'a1\na2\na3\na4\na5', 'b1\na2\na3\nb4\na5', styleFor(false));
    assert.deepEqual(told.slice(2), ['@@ -1,5 +1,5 @@', '-a1', '+b1', ' a2', ' a3', '-a4', '+b4', ' a5']);
  });

  it('show the change in a line of any length', () => {
    const line = 'x'.repeat(1_000_000);
    const told = diffLines('a.json', `${line}1${line}`, `${line}2${line}`, styleFor(false));
    const [removed = '', added = ''] = told.slice(3);
    assert.match(removed, /^-…x+1x+…$/);
    assert.match(added, /^\+…x+2x+…$/);
    assert.ok(removed.length < 250);
  });
});
