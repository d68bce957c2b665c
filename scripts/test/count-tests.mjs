import { stripVTControlCharacters } from 'node:util';

/**
 * Reads how many tests passed and failed in what a step printed: a line `N passed, N failed` (the last one wins),
 * or the summary of mocha. Undefined when it says neither.
 */
export function countTests(output) {
  const text = stripVTControlCharacters(output);
  const own = [...text.matchAll(/^(\d+) passed, (\d+) failed\s*$/gm)].at(-1);
  if (own) return { passed: Number(own[1]), failed: Number(own[2]), pending: 0 };
  const summary = (word) => [...text.matchAll(new RegExp(`^ *(\\d+) ${word}\\b`, 'gm'))].at(-1)?.[1];
  const passing = summary('passing');
  if (passing === undefined) return undefined;
  return {
    passed: Number(passing),
    failed: Number(summary('failing') ?? 0),
    pending: Number(summary('pending') ?? 0),
  };
}
