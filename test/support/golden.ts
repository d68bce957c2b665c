import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

/** `UPDATE=1` writes the files of expected results anew; a person reads the diff. */
const UPDATE = process.env.UPDATE === '1';

/** Compares with the file, or writes it. `undefined` means that there must be no such file. */
export function matchesGolden(path: string, actual: string | undefined): void {
  if (UPDATE) {
    if (actual !== undefined) writeFileSync(path, actual);
    else rmSync(path, { force: true });
    return;
  }
  if (actual === undefined) {
    assert.ok(!existsSync(path), `${path} is not wanted (UPDATE=1 removes it)`);
    return;
  }
  assert.ok(existsSync(path), `${path} is missing (UPDATE=1 writes it)`);
  assert.equal(actual, readFileSync(path, 'utf8'), path);
}
