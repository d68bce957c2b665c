/** How one test ended, as the runners of test/vscode read it. `duration` is in milliseconds. */
export interface TestResult {
  title: string;
  state: 'passed' | 'failed' | 'pending';
  duration?: number;
  error?: string;
}

/** Runs mocha, tells `onResult` of each test as it ends; rejects when one failed or when none ran. */
export function runMocha(mocha: Pick<Mocha, 'run'>, onResult: (result: TestResult) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let passed = 0;
    const runner = mocha.run((failures) => {
      if (failures > 0 || passed === 0) {
        reject(new Error(`${passed} passed, ${failures} failed`));
      } else {
        resolve();
      }
    });
    runner.on('pass', (test) => {
      passed += 1;
      onResult({ title: test.fullTitle(), state: 'passed', duration: test.duration ?? 0 });
    });
    runner.on('fail', (test, error: unknown) => {
      onResult({ title: test.fullTitle(), state: 'failed', error: describe(error) });
    });
    runner.on('pending', (test) => {
      onResult({ title: test.fullTitle(), state: 'pending' });
    });
  });
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
