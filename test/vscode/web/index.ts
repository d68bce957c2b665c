// What a VS Code with a web-worker extension host runs: one bundle, mocha's browser build, no disk.
import 'mocha/mocha';
import { runMocha } from '../suite/results';

/** Called by VS Code. Each result is one console line, which the runner reads. */
export async function run(): Promise<void> {
  mocha.setup({ ui: 'tdd', timeout: 60_000, reporter: 'spec' }); // mocha's usual one in a browser draws on a page
  await import('segur:suites');
  await runMocha(mocha, (result) => {
    console.log(`segur-test-result ${JSON.stringify(result)}`);
  });
}
