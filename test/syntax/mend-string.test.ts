import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mendString, readMended } from '../../server/src/syntax/mend-string';
import '../support/same-cases';

describe('mending a string', () => {
  const cases: readonly (readonly [raw: string, mended: string])[] = [
    ['"juste"', '"juste"'],
    ['"sans fin', '"sans fin"'],
    ['"C:\\dossier\\new"', '"C:\\\\dossier\\new"'],
    ['"\\u12"', '"\\\\u12"'],
    ['"\\u0041"', '"\\u0041"'],
    ['"l\\\'essai"', '"l\'essai"'],
    ['"a\tb"', '"a\\tb"'],
    ['"fin\\', '"fin\\\\"'],
    ['"fin\\"', '"fin\\""'],
    ['"', '""'],
  ];
  for (const [raw, mended] of cases) {
    it(raw.replace('\t', '→'), () => {
      assert.equal(mendString(raw), mended);
    });
  }

  it('gives a JSON string whatever stands behind the first quote', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        assert.equal(typeof readMended(`"${text.replaceAll('"', '')}`), 'string');
      }),
    );
  });
});
