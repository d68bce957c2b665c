import assert from 'node:assert/strict';
import { until } from '../vscode/suite/until';
import { runMocha, type TestResult } from '../vscode/suite/results';
import diskless from '../vscode/web/assert';

describe('what the suites of a real VS Code stand on', () => {
  describe('assertions for hosts without node', () => {
    const wrong: [string, () => void][] = [
      ['ok', () => diskless.ok(0)],
      ['equal', () => diskless.equal(1, '1')],
      ['match', () => diskless.match('abc', /d/)],
      ['fail', () => diskless.fail('no')],
      ['deepEqual on a value', () => diskless.deepEqual({ a: [1, 2] }, { a: [1, 3] })],
      ['deepEqual on a missing key', () => diskless.deepEqual({ a: 1 }, { a: 1, b: undefined })],
      ['deepEqual on another key', () => diskless.deepEqual({ a: undefined }, { b: undefined })],
      ['deepEqual on an array and an object', () => diskless.deepEqual([], {})],
    ];
    for (const [name, claim] of wrong) {
      it(`${name} fails when it should`, () => {
        assert.throws(claim, { name: 'AssertionError' });
      });
    }

    it('accepts what is right', () => {
      diskless(true);
      diskless.equal(Number.NaN, Number.NaN);
      diskless.deepEqual({ a: [1, { b: null }] }, { a: [1, { b: null }] });
      diskless.match('abc', /b/);
    });
  });

  describe('until', () => {
    it('gives the first truthy value, and takes an exception for "not yet"', async () => {
      let calls = 0;
      const value = await until('a number', () => {
        calls += 1;
        if (calls === 1) throw new Error('Canceled');
        return calls > 2 && calls;
      });
      assert.equal(value, 3);
    });

    it('fails at its deadline, with the last exception', async () => {
      const never = until('the moon', () => Promise.reject(new Error('too far')), 60);
      await assert.rejects(never, /not within 60 ms: the moon \(Error: too far\)/);
    });
  });

  describe('runMocha', () => {
    it('refuses a suite in which nothing ran', async () => {
      const results: TestResult[] = [];
      await assert.rejects(
        runMocha(emptyMocha(), (result) => results.push(result)),
        /0 passed/,
      );
      assert.deepEqual(results, []);
    });
  });
});

/** A mocha that ends without a test. */
function emptyMocha(): Pick<Mocha, 'run'> {
  return {
    run: (ended) => {
      setImmediate(() => ended?.(0));
      return { on: () => undefined } as unknown as Mocha.Runner;
    },
  };
}
