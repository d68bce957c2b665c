// What a runner says: one line a test, then the closing line that .ci counts.
import fs from 'node:fs';
import path from 'node:path';

/** Prints the results ({ title, state, duration, error }) and gives their counts. */
export function printResults(results) {
  const words = { passed: 'ok  ', failed: 'FAIL', pending: 'skip' };
  for (const { title, state, duration, error } of results) {
    console.log(`${words[state]} ${title}${duration === undefined ? '' : ` (${duration} ms)`}`);
    if (error) {
      console.log(error.replace(/^/gm, '     '));
    }
  }
  const count = (state) => results.filter((result) => result.state === state).length;
  return { passed: count('passed'), failed: count('failed') };
}

/**
 * Counts of a suite that ended with `code`. The code alone proves nothing (a killed extension host gives 0 too):
 * a suite that passed nothing, or that ended badly without a failed test, counts as one failure, and the console of
 * the `artefacts` folder tells why.
 */
export function countSuite(results, code, artefacts) {
  const counts = printResults(results);
  const bad = code !== 0 || counts.passed === 0;
  if (bad) {
    console.log(`VS Code ended with: ${code}. See ${artefacts}`);
  }
  if (bad && counts.failed === 0) {
    console.log(lastLines(path.join(artefacts, 'console.log')));
  }
  return { passed: counts.passed, failed: bad ? Math.max(counts.failed, 1) : counts.failed };
}

function lastLines(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n').slice(-20).join('\n') : '';
}

/** Prints `N passed, N failed` for all the counts together and sets the exit code. */
export function close(counts) {
  const sum = (name) => counts.reduce((total, count) => total + count[name], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') > 0 || sum('passed') === 0 ? 1 : 0;
}
