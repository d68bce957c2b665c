import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const read = (file: string): Record<string, string> =>
  JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
const places = (sentence: string): string[] =>
  [...sentence.matchAll(/\{(\w+)\}/g)].map(([place]) => place).toSorted();

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'));
}

/** Keys that are made from data: a test of its own holds each of these sets complete. */
const MADE = /^(regle|role|source|sons|etape|attestation|valeur)\./;

for (const [name, folder] of [
  ['', 'server/src'],
  ['client.', 'client/src'],
] as const) {
  describe(`the catalogue l10n/${name}*.json`, () => {
    const fr = read(`l10n/${name}fr.json`);
    const en = read(`l10n/${name}en.json`);

    it('says the same things in French and in English', () => {
      assert.deepEqual(Object.keys(en), Object.keys(fr));
      for (const [key, sentence] of Object.entries(fr)) {
        assert.deepEqual(places(en[key] ?? ''), places(sentence), key);
        assert.notEqual(sentence.trim(), '', key);
        assert.notEqual(en[key]?.trim(), '', key);
      }
    });

    it('holds nothing that the code does not say', () => {
      const code = sources(folder).join('\n');
      const unused = Object.keys(fr).filter((key) => !MADE.test(key) && !isSaid(key, code));
      assert.deepEqual(unused, []);
    });
  });
}

describe('sentences of the command line', () => {
  it('are said by nothing else: the bundles of the server are built without them', () => {
    const others = readdirSync('server/src', { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'cli')
      .map(({ name }) => sources(path.join('server/src', name)).join('\n'));
    assert.ok(others.length > 5);
    for (const code of others) assert.doesNotMatch(code, /['`]cli\./);
  });
});

/** Named whole, or by a template that ends with one variable word: `etat.reconnu.${by}`. */
function isSaid(key: string, code: string): boolean {
  const stem = key.slice(0, key.lastIndexOf('.') + 1);
  return code.includes(`'${key}'`) || (stem !== '' && code.includes(`\`${stem}\${`));
}
