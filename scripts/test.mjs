#!/usr/bin/env node
/**
 * `npm test`: everything that has to be right, from a clean clone to a real VS Code, one step after another.
 *   node scripts/test.mjs              all steps
 *   node scripts/test.mjs --quick      without VS Code, the other editors, and what is fetched
 *   node scripts/test.mjs lint unit    these steps only
 * A step that fails does not stop the next ones. The last line is `N passed, N failed`; exit code 1 when any failed.
 * Uses what node brings and nothing else: it is the script that installs the rest.
 */
import { installIsCurrent } from './test/install-is-current.mjs';
import { runStep } from './test/run-step.mjs';

const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
const script = (name) => [...npm, 'run', '--silent', name];
const node = (...args) => [process.execPath, ...args];

/** `tests`: the step has to say how many tests passed. Without it, the step itself counts as one. */
const steps = [
  {
    name: 'install',
    command: [...npm, 'ci', '--no-audit', '--no-fund'],
    minutes: 15,
    isDone: installIsCurrent,
    needed: true,
  },
  { name: 'generate', command: script('generate'), minutes: 2 },
  { name: 'build', command: node('esbuild.mjs', '--tests'), minutes: 5 },
  { name: 'typecheck', command: script('typecheck'), minutes: 5 },
  { name: 'lint', command: script('lint'), minutes: 10 },
  { name: 'format', command: script('format:check'), minutes: 5 },
  { name: 'deps', command: script('deps'), minutes: 5 },
  { name: 'dead-code', command: script('dead-code'), minutes: 5 },
  { name: 'unit', command: script('test:unit'), minutes: 20, tests: true },
  { name: 'sarif', command: script('test:sarif'), minutes: 10, slow: true, tests: true },
  { name: 'editors-install', command: node('test/vscode/install.mjs'), minutes: 30, slow: true },
  { name: 'start', command: node('scripts/start.mjs', '--check'), minutes: 10, slow: true },
  { name: 'node-host', command: node('test/vscode/run-node-host.mjs'), minutes: 15, slow: true, tests: true },
  { name: 'web-host', command: node('test/vscode/run-web-host.mjs'), minutes: 15, slow: true, tests: true },
  { name: 'web-ui', command: node('test/vscode/run-web-ui.mjs'), minutes: 10, slow: true, tests: true },
  { name: 'ui', command: node('test/vscode/run-ui.mjs'), minutes: 20, slow: true, tests: true },
  { name: 'neovim', command: node('test/editors/run-neovim.mjs'), minutes: 5, slow: true, tests: true },
  { name: 'emacs', command: node('test/editors/run-emacs.mjs'), minutes: 5, slow: true, tests: true },
];

process.exitCode = await main(process.argv.slice(2));

async function main(args) {
  const names = args.filter((arg) => !arg.startsWith('--'));
  const unknown = args.filter((arg) => arg !== '--quick' && !steps.some(({ name }) => name === arg));
  if (unknown.length > 0) {
    console.error(
      `Unknown: ${unknown.join(' ')}. Steps: ${steps.map(({ name }) => name).join(' ')}, or --quick.`,
    );
    return 2;
  }
  const chosen = steps.filter(({ name, slow }) =>
    names.length > 0 ? names.includes(name) : !(slow && args.includes('--quick')),
  );
  const results = [];
  for (const step of chosen) {
    const result = await runStep(step);
    results.push(result);
    if (step.needed && result.failed > 0) break;
  }
  return report(results);
}

function report(results) {
  console.log('\n=== summary');
  for (const { name, passed, failed, seconds, remark } of results) {
    const counts = `${String(passed).padStart(6)} passed, ${failed} failed`;
    console.log(
      `${failed > 0 ? '✗' : '✓'} ${name.padEnd(16)}${counts}  ${seconds.toFixed(0)} s  ${remark}`.trimEnd(),
    );
  }
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}
