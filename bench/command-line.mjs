#!/usr/bin/env node
/**
 * How fast the command line checks files: writes fictional files in a temporary folder, runs the bundle that ships in a
 * process of its own, and prints Markdown. The processor's time tells more than the clock on a machine that is shared.
 *   node bench/command-line.mjs                 500, 50 and 5 files of 200 requests
 *   node bench/command-line.mjs 200 100 20      20 files of 100 requests, then of 200
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { buildOptions, bundles } from '../esbuild.mjs';
import { writeManyFiles } from './support/many-files.mjs';

/** Says on descriptor 3, when the process ends, what it took: all its threads are counted. */
const PROBE = `process.on('exit', () =>
  require('node:fs').writeSync(3, JSON.stringify(process.resourceUsage())));`;

const [requests = 200, ...given] = process.argv.slice(2).map(Number);
const home = mkdtempSync(join(tmpdir(), 'segur-bench-'));
try {
  const program = join(home, 'dist', 'cli.js');
  const probe = join(home, 'probe.cjs');
  writeFileSync(probe, PROBE);
  const bundle = bundles.find(({ out }) => out === 'dist/cli.js');
  await build({ ...buildOptions(bundle), sourcemap: false, outfile: program });
  const rows = [];
  for (const files of given.length > 0 ? given : [500, 50, 5]) {
    const folder = join(home, `depot-${files}`);
    const bytes = writeManyFiles(folder, files, requests);
    // Once for the disk's memory; the figures are those of the second time.
    await check(probe, program, folder);
    rows.push(rowOf(files, bytes, await check(probe, program, folder), floorOf(folder)));
    rmSync(folder, { recursive: true });
  }
  print(rows);
} finally {
  rmSync(home, { recursive: true, force: true });
}

function check(probe, program, folder) {
  return new Promise((answer, fail) => {
    const began = performance.now();
    const child = spawn(process.execPath, ['--require', probe, program, 'check', '--format', 'json', '.'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
    });
    let [findings, told] = ['', ''];
    child.stdout.on('data', (piece) => (findings += piece));
    child.stdio[3].on('data', (piece) => (told += piece));
    child.on('error', fail);
    child.on('close', (code) => {
      if (code > 1) fail(new Error(`check ended with ${code}`));
      else {
        answer({
          clock: performance.now() - began,
          findings: JSON.parse(findings).length,
          ...JSON.parse(told),
        });
      }
    });
  });
}

/** Seconds of processor that JSON.parse takes to read the same files: what the machine gives at that moment. */
function floorOf(folder) {
  const began = process.cpuUsage();
  for (const name of readdirSync(folder)) JSON.parse(readFileSync(join(folder, name), 'utf8'));
  return process.cpuUsage(began).user / 1e6;
}

function rowOf(files, bytes, { clock, findings, userCPUTime, systemCPUTime, maxRSS }, floor) {
  const seconds = clock / 1000;
  const processor = userCPUTime / 1e6;
  const megabytes = bytes / 1e6;
  return [
    `${files} × ${requests}, ${megabytes.toFixed(1)} MB`,
    String(findings),
    `${seconds.toFixed(2)} s`,
    (files / seconds).toFixed(0),
    (megabytes / seconds).toFixed(1),
    `${processor.toFixed(2)} + ${(systemCPUTime / 1e6).toFixed(2)} s`,
    (megabytes / processor).toFixed(1),
    (megabytes / floor).toFixed(0),
    `${(maxRSS / 1024).toFixed(0)} MB`,
  ];
}

function print(rows) {
  const load = loadavg()[0]?.toFixed(1);
  console.log(
    `node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}, load average ${load}\n`,
  );
  const head =
    'files × requests | findings | time | files/s | MB/s | processor | MB per s of processor | the same, JSON.parse | memory';
  console.log(`| ${head} |`);
  console.log(`|${head.replaceAll(/[^|]+/g, ' --- ')}|`);
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
}
