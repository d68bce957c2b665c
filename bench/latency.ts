/**
 * How long a key takes to its findings, beside the language servers that everybody has: `npm run bench`.
 *   npm run bench                  all sizes, all servers, as Markdown
 *   npm run bench -- --write       the same, into docs/performance.md
 *   npm run bench -- --own 1 200   our server alone, on these numbers of requests
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import type { Server } from './latency/language-client';
import { coldStart, edits, questions } from './latency/measure';
import { peers } from './latency/peers.mjs';
import { floors, Report } from './latency/report';

const args = process.argv.slice(2);
const alone = args.includes('--own');
const asked = args.filter((arg) => /^\d+$/.test(arg)).map(Number);
const SIZES = asked.length > 0 ? asked : [1, 10, 50, 200, 1000, 10_000];
const FINDINGS = [0, 20, 1000];
const STARTS = 5;

const home = mkdtempSync(path.join(tmpdir(), 'segur-bench-'));

async function main(): Promise<void> {
  try {
    const report = new Report();
    const servers = [await ownServer(), ...(alone ? [] : peers())];
    for (const requests of SIZES) {
      report.floor(requests, floors(requests));
      for (const findings of FINDINGS) {
        for (const server of servers) {
          const patient = server.name === 'segur-sons' || requests <= 1000;
          const edited = patient || findings === 20 ? await edits(server, requests, findings) : undefined;
          report.edited(server.name, requests, findings, edited);
        }
      }
    }
    for (const server of servers) {
      const times: (number | undefined)[] = [];
      for (let i = 0; i < STARTS; i++) times.push(await coldStart(server, 200));
      report.started(server.name, times);
      report.asked(server.name, await questions(server, 200));
    }
    if (args.includes('--write')) report.write(new URL('../docs/performance.md', import.meta.url));
    console.log(report.markdown());
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** The server that ships, built for this run. */
async function ownServer(): Promise<Server> {
  // It waits for a script of its own: only a module may import it so.
  const { buildOptions, bundles } = await import('../esbuild.mjs');
  const bundle = bundles.find(({ out }) => out === 'dist/cli.js');
  if (!bundle) throw new Error('no bundle of the server');
  const script = path.join(home, 'dist', 'cli.js');
  await build({ ...buildOptions(bundle), sourcemap: false, outfile: script });
  return {
    name: 'segur-sons',
    script,
    args: ['lsp', '--stdio'],
    languageId: 'segur-demande',
    extension: '.avance.json',
    settings: {},
    waits: 0,
  };
}

void main();
