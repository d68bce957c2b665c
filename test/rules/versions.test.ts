import assert from 'node:assert/strict';
import { compareVersions, isShortFor } from '../../server/src/rules/candidature/versions';

describe('V01 versions in order', () => {
  it('number by number, whatever the way they are written', () => {
    for (const [one, other, order] of [
      ['2.9', '2.10', 'anterieure'],
      ['v 2.4.1', '2.4.1', 'egale'],
      ['4.2', '4.2.0.0', 'egale'],
      ['Version 3', '2.99.99', 'posterieure'],
      ['2.4', '2.4.1', 'anterieure'],
      ['2024.2', '2024.10', 'anterieure'],
    ] as const) {
      assert.equal(compareVersions(one, other), order, `${one} ${other}`);
    }
  });

  it('not at all where nothing sure can be said', () => {
    for (const [one, other] of [
      ['4.05', '4.1'],
      ['2.4-beta', '2.4'],
      ['12.4', '2025.1'],
      ['', '1.0'],
      ['1..2', '1.3'],
      ['1'.repeat(12), '2'],
    ] as const) {
      assert.equal(compareVersions(one, other), undefined, `${one} ${other}`);
    }
  });

  it('2.4 may be a short way to write 2.4.1, and none to write 2.41', () => {
    assert.deepEqual(
      [isShortFor('v2.4', '2.4.1'), isShortFor('2.4', '2.41'), isShortFor('2.4', '2.4')],
      [true, false, false],
    );
  });
});
