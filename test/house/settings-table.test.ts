import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

describe('the settings in README.md', () => {
  const readme = readFileSync('README.md', 'utf8');
  /** The cells of a Markdown text, however its columns are aligned. */
  const cells = (text: string): string[] =>
    text
      .split(/[|\n]/)
      .map((cell) => cell.replace(/^[\s-]+$/, '').trim())
      .filter((cell) => cell !== '');

  it('are what scripts/rules-manifest.mjs writes from package.json', async () => {
    const { withSettings } = await import('../../scripts/settings-table.mjs');
    assert.deepEqual(cells(readme), cells(withSettings(readme)), 'run npm run rules-manifest');
  });

  it('are all there, once, and no more than fifteen', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      contributes: { configuration: { properties: object }[] };
    };
    const declared = contributes.configuration.flatMap(({ properties }) => Object.keys(properties));
    assert.deepEqual([...new Set(declared)], declared);
    assert.ok(declared.length <= 15, String(declared.length));
    const told = [...readme.matchAll(/^\| `(segur\.[\w.]+)`/gm)].map(([, name]) => name);
    assert.deepEqual(told, declared);
  });
});
