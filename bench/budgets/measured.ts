import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { LanguageClient, type Server } from '../latency/language-client';
import { coldStart } from '../latency/measure';

const root = fileURLToPath(new URL('../..', import.meta.url));
const RUNS = 7;

/** The server that `dist/` holds. */
const OWN: Server = {
  name: 'segur-sons',
  script: path.join(root, 'dist/cli.js'),
  args: ['lsp', '--stdio'],
  languageId: 'segur-demande',
  extension: '.avance.json',
  settings: {},
  waits: 0,
};

/** Kilobytes of a file of `dist/`. */
export function kilobytes(name: string): number {
  return statSync(path.join(root, 'dist', name)).size / 1024;
}

/** Milliseconds from the start of the process to the answer that opens the protocol: the median of some starts. */
export function serverStart(): Promise<number> {
  return medianOf(async () => {
    const began = performance.now();
    const client = await LanguageClient.start(OWN);
    const duration = performance.now() - began;
    await client.end();
    return duration;
  });
}

/** Milliseconds from the start of the process to the findings of 200 requests: the median of some starts. */
export function firstFindings(): Promise<number> {
  return medianOf(async () => (await coldStart(OWN, 200)) ?? Infinity);
}

/** Milliseconds that the extension takes to be active in a real VS Code; undefined where none ran. */
export async function activation(): Promise<number | undefined> {
  const folder = mkdtempSync(path.join(tmpdir(), 'segur-budgets-'));
  try {
    const suite = path.join(folder, 'index.js');
    await build({
      entryPoints: [path.join(root, 'bench/budgets/activation.ts')],
      outfile: suite,
      bundle: true,
      platform: 'node',
      external: ['vscode'],
    });
    for (let run = 0; run < RUNS; run++) {
      const duration = activationIn(suite);
      if (duration !== undefined) return duration;
    }
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Undefined where something had woken the extension before it was asked for: any JSON document does. */
function activationIn(suite: string): number | undefined {
  const asked = ['--vscode', '1.139', '--suite', suite, '--folder', path.join(root, 'media')];
  const { stdout } = spawnSync(process.execPath, ['test/vscode/run-node-host.mjs', ...asked], {
    cwd: root,
    encoding: 'utf8',
  });
  const [, written] = /^ok {3}activation \(([\d.]+) ms\)$/m.exec(stdout) ?? [];
  return written === undefined ? undefined : Number(written);
}

/** What the extension may weigh, in kilobytes, by the name of each file of `dist/`. */
export function weights(): readonly (readonly [string, number])[] {
  const text = readFileSync(new URL('weights.json', import.meta.url), 'utf8');
  return Object.entries(JSON.parse(text) as Record<string, number>);
}

async function medianOf(measure: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) times.push(await measure());
  return times.toSorted((a, b) => a - b)[RUNS >> 1] ?? Infinity;
}
