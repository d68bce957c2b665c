/**
 * What the base of eligible establishments costs, as a Markdown table: `npm run bench:registry`.
 * Each time is the median of several runs; memory is what a full collection leaves.
 */
import { cpus } from 'node:os';
import { deserialise, serialise } from '../server/src/registry/index/serialise';
import type { IndexedBase } from '../server/src/registry/index/indexed-base';
import { loadBase } from '../server/src/registry/import/load-base';
import { finish } from '../server/src/registry/table/steps';
import { sampleCsv, sampleXlsx } from '../scripts/sample-base.mjs';

const RUNS = 5;
const SIZES = [3_000, 100_000];
const ASKED = [
  'c',
  'cl',
  'mont',
  'limogette',
  'clinique quatre',
  'ong 77',
  'zzzz',
  'hopital zzzz',
  '9900',
  'ique',
];

function load(bytes: Uint8Array): IndexedBase {
  const read = finish(loadBase(bytes, 'base'));
  if (read.etat !== 'lue') throw new Error(read.message.key);
  return read.base;
}

/** Milliseconds. */
function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
}

function measure(work: () => unknown): number {
  work();
  return median(Array.from({ length: RUNS }, () => timed(work)));
}

/** The longest time between two steps: how long other work waits. */
function longestStep(bytes: Uint8Array): number {
  const steps = loadBase(bytes, 'base');
  let longest = 0;
  for (let done = false; !done;) {
    longest = Math.max(
      longest,
      timed(() => {
        done = steps.next().done === true;
      }),
    );
  }
  return longest;
}

function memory(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1024 / 1024;
}

const rows: string[][] = [];
const row = (what: string, size: number, value: number, unit: string): void => {
  rows.push([what, size.toLocaleString('fr'), `${value.toFixed(value < 10 ? 2 : 0)} ${unit}`]);
};

for (const size of SIZES) {
  const csv = Buffer.from(sampleCsv(size));
  const xlsx = sampleXlsx(size);
  row(
    'import CSV',
    size,
    measure(() => load(csv)),
    'ms',
  );
  row('import CSV, longest step', size, longestStep(csv), 'ms');
  row(
    'import XLSX',
    size,
    measure(() => load(xlsx)),
    'ms',
  );
  row('import XLSX, longest step', size, longestStep(xlsx), 'ms');
  const before = memory();
  const base = load(csv);
  row('memory of a base', size, memory() - before, 'MB');
  const bytes = serialise(base);
  row('kept on the disk', size, bytes.length / 1024 / 1024, 'MB');
  row(
    'serialise',
    size,
    measure(() => serialise(base)),
    'ms',
  );
  row(
    'deserialise',
    size,
    measure(() => deserialise(bytes)),
    'ms',
  );
  const numbers = base.search('', 1000).map(({ finess }) => finess);
  row(
    '1,000 look-ups',
    size,
    measure(() => numbers.map((finess) => base.find(finess))),
    'ms',
  );
  row(
    '1,000 near numbers',
    size,
    measure(() => numbers.map((finess) => base.near(finess, 5))),
    'ms',
  );
  for (const text of ASKED) {
    row(
      `search \`${text}\`, 50 at most`,
      size,
      measure(() => base.search(text, 50)),
      'ms',
    );
  }
}

const [cpu] = cpus();
console.log(`${cpu?.model ?? 'unknown'}, ${cpus().length} cores, node ${process.version}\n`);
console.log('| what | rows | cost |\n| --- | ---: | ---: |');
for (const cells of rows) console.log(`| ${cells.join(' | ')} |`);
