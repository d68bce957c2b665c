import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fr from '../../l10n/fr.json';
import { ROLE_SOURCES } from '../../server/src/features/hover/role-sources';
import { BUNDLED_FORMATS } from '../../server/src/formats/bundled';
import type { Shape } from '../../server/src/formats/shape';
import { ALL_RULES } from '../../server/src/rules/all';
import { ROOT } from '../support/fixture';

/** Rows of the page's tables: code, what it is, address, date. */
const ROWS = readFileSync(join(ROOT, 'docs/sources.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| (?!code |-)/.test(line))
  .map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
const CODES = ROWS.map(([code = '']) => code);

/** Who cites what: rules, schemas, hovers. */
function* citations(): Generator<readonly [string, string]> {
  for (const { code, sources } of ALL_RULES) for (const source of sources) yield [`rule ${code}`, source];
  for (const { id, root } of BUNDLED_FORMATS) for (const source of sourcesOf(root)) yield [id, source];
  for (const [role, sources] of Object.entries(ROLE_SOURCES)) {
    for (const source of sources) yield [role, source];
  }
  for (const key of Object.keys(fr)) if (key.startsWith('source.')) yield [key, key.slice('source.'.length)];
}

function* sourcesOf(shape: Shape): Generator<string> {
  // A format of our own rests on no document.
  if (shape.attestation.statut !== 'propre') yield shape.attestation.source;
  if (shape.kind === 'list') yield* sourcesOf(shape.item);
  if (shape.kind === 'object') for (const tag of shape.tags) yield* sourcesOf(tag.shape);
}

describe('docs/sources.md', () => {
  it('gives each source a code of its own, with what it is, its address and its date', () => {
    assert.deepEqual(
      CODES.filter((code, i) => CODES.indexOf(code) !== i),
      [],
    );
    for (const row of ROWS) {
      assert.equal(row.length, 4, row.join(' | '));
      for (const cell of row) assert.notEqual(cell, '', row.join(' | '));
    }
  });

  it('holds the documents, the pages and the public code that the facts rest on', () => {
    const expected = [
      'formats',
      ...['S0', 'S1', 'S2', 'S3', 'S4'],
      ...Array.from({ length: 66 }, (_, i) => i + 1).flatMap((n) =>
        n === 4 ? ['W4a', 'W4b', 'W4c'] : [`W${n}`],
      ),
      ...Array.from({ length: 6 }, (_, i) => `G${i + 1}`),
    ];
    assert.deepEqual(
      expected.filter((code) => !CODES.includes(code)),
      [],
    );
  });

  it('knows every source that a rule, a schema or a hover cites', () => {
    const all = [...citations()];
    assert.ok(all.length > 100);
    assert.deepEqual(
      all.filter(([, source]) => !CODES.includes(source)),
      [],
    );
  });
});
