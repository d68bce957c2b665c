import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countTests } from './count-tests.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
/** Counts are in the last lines; what precedes them was shown already. */
const keptCharacters = 200_000;

/**
 * Runs one step, shows what it prints, and gives `{ name, passed, failed, seconds, remark }`.
 * A step that should count tests and counts none has failed, whatever its exit code says.
 */
export async function runStep({ name, command, minutes, tests = false, isDone }) {
  console.log(`\n=== ${name}`);
  const started = performance.now();
  if (isDone?.(root)) {
    console.log('nothing to do');
    return { name, passed: 1, failed: 0, seconds: 0, remark: '' };
  }
  const { code, output, remark } = await run(command, minutes);
  const seconds = (performance.now() - started) / 1000;
  return { name, seconds, ...judge(code, countTests(output), tests, remark) };
}

function judge(code, counts, tests, remark) {
  if (counts === undefined) {
    const right = code === 0 && !tests;
    const reason = code === 0 && tests ? 'no count of tests' : remark;
    return { passed: right ? 1 : 0, failed: right ? 0 : 1, remark: reason };
  }
  const { passed, failed, pending } = counts;
  const skipped = pending > 0 ? `${pending} skipped` : '';
  if (code !== 0 && failed === 0) return { passed, failed: 1, remark };
  if (passed + failed === 0) return { passed, failed: 1, remark: 'no test ran' };
  return { passed, failed, remark: remark || skipped };
}

function run([program, ...args], minutes) {
  return new Promise((resolve) => {
    // Its own process group, so that nothing that the step started outlives it.
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    let output = '';
    let remark = '';
    const keep = (stream) => (chunk) => {
      stream.write(chunk);
      output = (output + chunk).slice(-keptCharacters);
    };
    child.stdout.setEncoding('utf8').on('data', keep(process.stdout));
    child.stderr.setEncoding('utf8').on('data', keep(process.stderr));
    const stop = () => endGroup(child.pid);
    const timer = setTimeout(() => {
      remark = `stopped after ${minutes} min`;
      stop();
    }, minutes * 60_000);
    const interrupted = (signal) => {
      stop();
      process.exit(signal === 'SIGINT' ? 130 : 143);
    };
    process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
    const end = (code, reason) => {
      clearTimeout(timer);
      process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
      child.stdout.destroy();
      child.stderr.destroy();
      resolve({ code, output, remark: remark || reason });
    };
    child.once('error', (error) => end(1, error.message));
    child.once('close', (code, signal) => end(code ?? 1, code === 0 ? '' : `exit ${code ?? signal}`));
    child.once('exit', (code, signal) => {
      stop();
      // 'close' follows once all is read, unless a grandchild of another group keeps the pipes open.
      setTimeout(() => end(code ?? 1, code === 0 ? '' : `exit ${code ?? signal}`), 5_000).unref();
    });
  });
}

function endGroup(pid) {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // The whole group has ended by itself.
  }
}
