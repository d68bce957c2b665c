/**
 * Throws made-up cases at the product for as long as asked, and prints a Markdown table. A failure prints the command
 * that plays it again and the smallest case found, and ends the run with the code 1.
 *   npm run fuzz -- --minutes 10 --seed 1
 *   npm run fuzz -- --seed 1 --target 3 --from 51234
 */
import { cpus } from 'node:os';
import { ConnectionError, ConnectionErrors, ErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { FILE_TARGETS } from './fuzz/file-targets';
import { PROTOCOL_TARGET } from './fuzz/protocol-target';
import { Found, type Target } from './fuzz/target';
import { TEXT_TARGETS } from './fuzz/text-targets';
import { optionOf } from './support/random.mjs';

const ALL = [...TEXT_TARGETS, ...FILE_TARGETS, PROTOCOL_TARGET];
/** Targets take turns of so many milliseconds for each share that they have, whatever their steps cost. */
const TURN = 200;

const minutes = optionOf('minutes', 10);
const seed = optionOf('seed', Date.now() % 2 ** 31);
const only = optionOf('target', -1);
const from = optionOf('from', 0);

interface Count {
  readonly target: Target;
  readonly rank: number;
  cases: number;
  steps: number;
  seconds: number;
}

/** The number of a case, which its content follows from. */
function numberOf(rank: number, at: number): number {
  return (
    (Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(rank + 1, 0x85ebca6b) ^ Math.imul(at + 1, 0xc2b2ae35)) >>> 0
  );
}

async function takeTurn(count: Count): Promise<void> {
  const start = performance.now();
  do {
    const at = from + count.cases;
    try {
      const steps = count.target.play(numberOf(count.rank, at));
      // Most targets answer at once: waiting for them all the same would cost more than many a step.
      count.steps += typeof steps === 'number' ? steps : await steps;
    } catch (thrown) {
      console.error(
        `${count.target.name}: npm run fuzz -- --seed ${seed} --target ${count.rank} --from ${at}`,
      );
      console.error(thrown instanceof Found ? thrown.message : thrown);
      process.exit(1);
    }
    count.cases++;
  } while (performance.now() - start < TURN * count.target.share);
  count.seconds += (performance.now() - start) / 1000;
}

function tell(counts: readonly Count[]): void {
  const processor = `${cpus().length} × ${cpus()[0]?.model.trim() ?? ''}`;
  console.log(`node ${process.version}, ${processor}, ${minutes} min, seed ${seed}\n`);
  console.log('| what | steps | seconds | steps a second |\n| --- | --: | --: | --: |');
  for (const { target, steps, seconds } of counts) {
    console.log(`| ${target.name} | ${steps} | ${seconds.toFixed(0)} | ${(steps / seconds).toFixed(0)} |`);
  }
  const sum = (of: (count: Count) => number): number => counts.reduce((all, count) => all + of(count), 0);
  console.log(`| all | ${sum(({ steps }) => steps)} | ${sum(({ seconds }) => seconds).toFixed(0)} | |`);
}

async function main(): Promise<void> {
  const end = performance.now() + minutes * 60_000;
  const counts: readonly Count[] = ALL.map((target, rank) => ({
    target,
    rank,
    cases: 0,
    steps: 0,
    seconds: 0,
  }));
  const chosen = counts.filter(({ rank }) => only < 0 || rank === only);
  while (performance.now() < end) for (const count of chosen) await takeTurn(count);
  tell(chosen);
}

process.on('unhandledRejection', (reason) => {
  // A session ends by its streams being closed: what the server still had to say then is lost, as it should be.
  if (reason instanceof ConnectionError && reason.code === ConnectionErrors.Disposed) return;
  if (reason instanceof ResponseError && reason.code === ErrorCodes.PendingResponseRejected) return;
  console.error(`unhandled rejection, run with --seed ${seed}:`, reason);
  process.exit(1);
});
void main();
