import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Etablissement } from '../../server/src/registry/base';
import { buildBase } from '../../server/src/registry/build-base';
import { deserialise, serialise } from '../../server/src/registry/index/serialise';
import { plain } from '../../server/src/registry/index/plain';
import { etablissements, finessNumbers, SOURCE } from './some-base';

const numbers = (found: readonly Etablissement[]) => found.map(({ finess }) => finess);
const byNumber = (some: readonly Etablissement[]) => {
  const first = new Map(some.toReversed().map((one) => [one.finess, one]));
  return [...first.values()].sort((a, b) => (a.finess < b.finess ? -1 : 1));
};

describe('I07 the index of the base', () => {
  it('gives every establishment back as it was put in, the first of its number', () => {
    fc.assert(
      fc.property(etablissements, (some) => {
        const base = buildBase(some, SOURCE);
        const expected = byNumber(some);
        assert.equal(base.size, expected.length);
        for (const one of expected) assert.deepEqual(base.find(one.finess), one);
        assert.deepEqual(base.search('', base.size), expected);
      }),
    );
  });

  it('finds what a naive scan finds, and nothing else', () => {
    const asked = fc.oneof(
      fc.constantFrom(
        'lim',
        'etang',
        'de x',
        'CLINIQUE',
        'oeur',
        'Saint leo',
        '99',
        '2a',
        '87000000',
        'x x',
        'zzz',
      ),
      fc.string({ maxLength: 3 }),
    );
    fc.assert(
      fc.property(etablissements, asked, (some, text) => {
        const words = plain(text).split(' ').filter(Boolean);
        const expected = byNumber(some).filter(
          ({ finess, raisonSociale }) =>
            finess.startsWith(words.join('').toUpperCase()) ||
            (words.length > 0 && words.every((word) => plain(raisonSociale ?? '').includes(word))),
        );
        const found = buildBase(some, SOURCE).search(text, 1000);
        assert.deepEqual(numbers(found).sort(), numbers(expected));
        assert.ok(buildBase(some, SOURCE).search(text, 3).length <= 3);
      }),
    );
  });

  it('finds near numbers as a naive comparison does, the related number first', () => {
    fc.assert(
      fc.property(etablissements, finessNumbers, (some, asked) => {
        const all = byNumber(some);
        const related = all.filter(({ finessLie }) => finessLie === asked);
        const near = all.filter((one) => isNear(one.finess, asked) && !related.includes(one));
        assert.deepEqual(numbers(buildBase(some, SOURCE).near(asked, 1000)), numbers([...related, ...near]));
      }),
    );
  });

  it('is the same after it was written and read', () => {
    fc.assert(
      fc.property(etablissements, (some) => {
        const base = buildBase(some, { fichier: 'a.xlsx', feuille: 'Base' });
        const again = deserialise(serialise(base));
        assert.ok(again);
        assert.deepEqual(again.source, base.source);
        assert.deepEqual(again.search('', base.size), base.search('', base.size));
        assert.deepEqual(again.search('lim', 9), base.search('lim', 9));
      }),
    );
  });

  it('is not read from damaged bytes, and never throws', () => {
    fc.assert(
      fc.property(etablissements, fc.nat(), fc.integer({ min: 1, max: 255 }), (some, place, change) => {
        const bytes = serialise(buildBase(some, SOURCE));
        assert.equal(deserialise(bytes.subarray(0, place % bytes.length)), undefined);
        const at = place % bytes.length;
        bytes[at] = (bytes[at] ?? 0) ^ change;
        // What the length of the text says is not covered by the sum: the text then is no JSON, or too short.
        assert.equal(deserialise(bytes), undefined, `byte ${at}`);
      }),
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => deserialise(bytes) === undefined));
  });
});

function isNear(a: string, b: string): boolean {
  const differing = [...a].flatMap((char, at) => (char === b[at] ? [] : [at]));
  const [first = 0, second] = differing;
  // A letter is near to a digit only in the second place, where Corsica has it.
  if (differing.length === 1) return true;
  return differing.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first];
}
