import assert from 'node:assert/strict';
import { posix } from 'node:path';
import fc from 'fast-check';
import { Pattern } from '../../server/src/cli/pattern';

/** Walks down to a path step by step, as the command line does. */
function answers(pattern: string, path: string): boolean {
  const one = new Pattern(pattern);
  const inside = posix.relative(one.base, path);
  if (inside.startsWith('..')) return false;
  return one.isMet(inside.split('/').reduce((stand, name) => one.after(stand, name), one.start()));
}

const cases: readonly { pattern: string; yes: readonly string[]; no: readonly string[] }[] = [
  {
    pattern: '*.json',
    yes: ['a.json', '.json'.slice(1) + '.json'],
    no: ['a.jsonc', 'lots/a.json', '.a.json'],
  },
  { pattern: 'lots/*.json', yes: ['lots/a.json'], no: ['a.json', 'lots/x/a.json', 'autres/a.json'] },
  { pattern: '**/*.json', yes: ['a.json', 'lots/a.json', 'lots/x/y/a.json'], no: ['a.txt', '.cache/a.json'] },
  { pattern: 'lots/**/a.json', yes: ['lots/a.json', 'lots/x/a.json', 'lots/x/y/a.json'], no: ['a.json'] },
  { pattern: 'lots/**', yes: ['lots/a.json', 'lots/x/a.json'], no: ['a.json', 'lots/.cache/a.json'] },
  { pattern: '202?-*.json', yes: ['2026-03.json', '2026-.json'], no: ['20266-03.json', '2026.json'] },
  { pattern: '*.{avance,solde}.json', yes: ['a.avance.json', 'a.solde.json'], no: ['a.json', 'a.avance'] },
  {
    pattern: '{a,b/{c,d}}/*.json',
    yes: ['a/1.json', 'b/c/1.json', 'b/d/1.json'],
    no: ['b/1.json', 'c/1.json'],
  },
  { pattern: '*a*b*', yes: ['ab', 'xaybz', 'aab', 'abab'], no: ['ba', 'a', 'b'] },
  { pattern: '../*.json', yes: ['../a.json'], no: ['a.json'] },
  { pattern: '/lots/*.json', yes: ['/lots/a.json'], no: ['/a.json'] },
  { pattern: '$&{a,b}', yes: ['$&a', '$&b'], no: ['a'] },
];

describe('command line: patterns', () => {
  for (const { pattern, yes, no } of cases) {
    it(pattern, () => {
      for (const path of yes) assert.ok(answers(pattern, path), path);
      for (const path of no) assert.ok(!answers(pattern, path), path);
    });
  }

  it('starts from the folders that are written out', () => {
    const baseOf = (pattern: string): string => new Pattern(pattern).base;
    assert.deepEqual(['a/b/*.json', '*.json', '/*.json', '/a/**', '../*'].map(baseOf), [
      'a/b',
      '.',
      '/',
      '/a',
      '..',
    ]);
  });

  it('says what a walk may leave out', () => {
    const one = new Pattern('lots/*/a.json');
    const inside = one.after(one.start(), 'mars');
    assert.ok(one.goesOn(inside));
    assert.ok(!one.goesOn(one.after(inside, 'autre')));
  });

  it('answers as the regular expression that it stands for', () => {
    const letters = (chars: string): fc.Arbitrary<string> =>
      fc.array(fc.constantFrom(...chars), { minLength: 1, maxLength: 8 }).map((list) => list.join(''));
    fc.assert(
      fc.property(letters('ab?*'), letters('ab'), (step, name) => {
        const source = step.replaceAll('?', '.').replaceAll(/\*+/g, '.*');
        if (!/[*?]/.test(step)) return;
        if (step.includes('**')) return;
        assert.equal(answers(step, name), new RegExp(`^${source}$`).test(name));
      }),
    );
  });

  it('is never slow: stars and braces by the dozen', () => {
    const started = performance.now();
    assert.ok(!answers(`${'*a'.repeat(50)}b`, 'a'.repeat(5000)));
    assert.ok(!answers(`${'**/'.repeat(50)}b`, 'a/'.repeat(500)));
    assert.ok(performance.now() - started < 5000);
  });
});
