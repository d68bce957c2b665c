import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { buildSync } from 'esbuild';

/** Keeps more and more alive, and lets the event loop pass in between, as checks do; tells the room that it took. */
const PROGRAM = `
import { getHeapSpaceStatistics } from 'node:v8';
import { keepYoungGenerationSmall } from './server/src/lsp/young-generation';

if (process.argv[2] === 'small') keepYoungGenerationSmall();
const kept: object[] = [];
let rounds = 200;
function round(): void {
  for (let i = 0; i < 5000; i++) kept.push({ i, list: [i] });
  if (--rounds > 0) return void setImmediate(round);
  const young = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space');
  console.log((young?.space_size ?? 0) / 1024 / 1024);
}
round();
`;

describe('the young generation', () => {
  const megabytes = (...args: string[]): number =>
    Number(execFileSync(process.execPath, ['-', ...args], { input: script, encoding: 'utf8' }));
  let script: string;

  before(() => {
    const stdin = { contents: PROGRAM, loader: 'ts', resolveDir: process.cwd() } as const;
    const built = buildSync({ stdin, bundle: true, platform: 'node', write: false });
    script = built.outputFiles[0]?.text ?? '';
  });

  it('takes a quarter of the room that node would give it', () => {
    const [small, usual] = [megabytes('small'), megabytes()];
    assert.ok(small > 0 && small <= 8, `${String(small)} MB`);
    assert.ok(usual >= 4 * small, `${String(usual)} MB`);
  });
});
