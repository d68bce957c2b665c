import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Writes a sample of so many requests, as the arguments of a script say: where, and how many. */
export function writeSample(make, target, wanted = '200') {
  const count = Number(wanted);
  if (!Number.isInteger(count) || count < 0) {
    console.error(`Not a number of requests: ${wanted}`);
    process.exitCode = 2;
    return;
  }
  const file = resolve(target);
  mkdirSync(dirname(file), { recursive: true });
  const text = make(count);
  writeFileSync(file, text);
  console.log(`${file}: ${count} requests, ${(Buffer.byteLength(text) / 1024).toFixed(0)} KB`);
}
