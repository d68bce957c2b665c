// What a VS Code with a node extension host runs: every *.test.js of this folder.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { runMocha, type TestResult } from './results';

/** Called by VS Code. The report goes to the file that the runner named: VS Code's exit code alone proves nothing. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', color: false, timeout: 60_000 });
  for (const name of readdirSync(__dirname)) {
    if (name.endsWith('.test.js')) {
      mocha.addFile(join(__dirname, name));
    }
  }
  const results: TestResult[] = [];
  try {
    await runMocha(mocha, (result) => results.push(result));
  } finally {
    const report = process.env.SEGUR_TEST_REPORT;
    if (report) {
      writeFileSync(report, JSON.stringify(results, null, 2));
    }
  }
}
