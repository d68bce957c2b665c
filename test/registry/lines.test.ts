import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { loadBase } from '../../server/src/registry/import/load-base';
import { readCsv } from '../../server/src/registry/table/csv';
import type { Piece } from '../../server/src/registry/table/decode';
import { Budget, LIMITS } from '../../server/src/registry/table/limits';
import { openLines } from '../../server/src/registry/table/read-table';
import { Refusal } from '../../server/src/registry/table/refusal';
import { finish } from '../../server/src/registry/table/steps';
import { texteDe, type Row } from '../../server/src/registry/table/table';

setFlagsFromString('--expose_gc');
const collect = runInNewContext('gc') as () => void;

/** Megabytes of the heap in use, garbage collected: bytes of files are not among them, their texts and rows are. */
function heap(): number {
  collect();
  return process.memoryUsage().heapUsed / 1024 / 1024;
}

function cut(text: string, places: readonly number[]): Piece[] {
  const bounds = [...new Set([0, ...places.map((place) => place % (text.length + 1)), text.length])].sort(
    (a, b) => a - b,
  );
  return bounds
    .slice(1)
    .map((end, i) => ({ text: text.slice(bounds[i], end), part: 0, last: end === text.length }));
}

/** The rows of a text, or why there are none. */
function rowsOf(pieces: readonly Piece[]): readonly Row[] | string {
  try {
    return [...readCsv(pieces, ';', new Budget(LIMITS))].flatMap(({ rows }) => rows);
  } catch (thrown) {
    assert.ok(thrown instanceof Refusal);
    return JSON.stringify([thrown.key, thrown.params]);
  }
}

/** `count` establishments, each with `width` characters of a column that no base is read from. */
function wideFile(count: number, width: number): Uint8Array {
  const filling = 'x'.repeat(width);
  const rows = Array.from({ length: count }, (_none, rank) => {
    const number = String(990000000 + rank);
    return Buffer.from(
      `${number};Établissement numéro ${number} (fictif);Catégorie longue ${rank % 40};${filling}\n`,
    );
  });
  return Buffer.concat([Buffer.from('FINESS;Raison sociale;Catégorie;Observations\n'), ...rows]);
}

describe('a CSV that is read as a stream', () => {
  it('gives the same rows wherever its text is cut', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'é', ';', '"', '""', '\r', '\n', '\r\n'),
      maxLength: 40,
    });
    fc.assert(
      fc.property(text, fc.array(fc.nat(), { maxLength: 12 }), (written, places) => {
        assert.deepEqual(rowsOf(cut(written, places)), rowsOf(cut(written, [])));
      }),
      { numRuns: 2000 },
    );
  });

  it('does not read a row again for each piece that it goes through', () => {
    const text = `${'a'.repeat(4_000_000)}\nb`;
    const pieces = cut(
      text,
      Array.from({ length: 4000 }, (_none, rank) => 1000 * rank),
    );
    const rows = rowsOf(pieces);
    assert.ok(typeof rows !== 'string');
    assert.deepEqual(
      rows.map(({ ligne, cells }) => [ligne, texteDe(cells[0]).length]),
      [
        [1, 4_000_000],
        [2, 1],
      ],
    );
  });

  it('never holds more than some lots of a large file', function () {
    this.timeout(60_000);
    const bytes = wideFile(25_000, 2000);
    assert.ok(bytes.length > 50_000_000);
    const lines = finish(openLines(bytes, 'extrait.csv'));
    assert.ok(lines.etat === 'lignes');
    const before = heap();
    let [count, most, lots] = [lines.tete.length, 0, 0];
    for (const { rows } of lines.suite) {
      count += rows.length;
      if (lots++ % 20 === 0) most = Math.max(most, heap() - before);
    }
    assert.equal(count, 25_001);
    assert.ok(most < 8, `${most.toFixed(1)} MB of rows and text at once`);
  });

  it('of a large extract only what the index keeps stays in memory', function () {
    this.timeout(60_000);
    const bytes = wideFile(25_000, 2000);
    const before = heap();
    const steps = loadBase(bytes, 'extrait.csv');
    let [most, count] = [0, 0];
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) {
      if (count++ % 20 === 0) most = Math.max(most, heap() - before);
    }
    assert.ok(step.value.etat === 'lue');
    assert.equal(step.value.base.size, 25_000);
    assert.equal(step.value.base.find('990012345')?.categorie, 'Catégorie longue 25');
    // The establishments themselves, before they are packed: half a kilobyte each.
    assert.ok(most < 24, `${most.toFixed(1)} MB at once, of a text of ${Math.round(bytes.length / 1e6)} MB`);
  });
});
