import { PerformanceObserver } from 'node:perf_hooks';
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** Bytes of both halves of the young generation together: what lives is copied from one to the other. */
const MOST = 8 * 1024 * 1024;
/** What it grows by at a time, at most. */
const GROWTH = 4;

/**
 * Node lets its young generation grow to 32 MB, and to 64 from node 24 on, all of which garbage fills between two keys. A
 * quarter of it answers as fast (docs/performance.md). While a program runs it can say by how much this grows, not up
 * to what: it says so anew each time that garbage was looked for.
 */
export function keepYoungGenerationSmall(): void {
  sayGrowth();
  new PerformanceObserver(sayGrowth).observe({ entryTypes: ['gc'] });
}

function sayGrowth(): void {
  const young = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space');
  const room = Math.floor(MOST / Math.max(1, young?.space_size ?? MOST));
  setFlagsFromString(`--semi-space-growth-factor=${String(Math.min(GROWTH, Math.max(1, room)))}`);
}
