#!/usr/bin/env node
/**
 * A whole workspace: how long its index takes, what it weighs, and whether the editor is answered meanwhile. Writes
 * fictional files in a temporary folder, runs the server that ships, and prints Markdown.
 *   node bench/workspace.mjs           500 files of 200 requests
 *   node bench/workspace.mjs 50 200    another size
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { buildOptions, bundles } from '../esbuild.mjs';
import { writeManyFiles } from './support/many-files.mjs';

const [files = 500, requests = 200] = process.argv.slice(2).map(Number);
const home = mkdtempSync(join(tmpdir(), 'segur-bench-'));
try {
  const folder = join(home, 'depot');
  const bytes = writeManyFiles(folder, files, requests);
  const outfile = join(home, 'dist', 'cli.js');
  const bundle = bundles.find(({ out }) => out === 'dist/cli.js');
  await build({ ...buildOptions(bundle), sourcemap: false, outfile });
  print(bytes, await measure(outfile, pathToFileURL(folder).href, join(folder, 'depot-0.avance.json')));
} finally {
  rmSync(home, { recursive: true, force: true });
}

async function measure(server, rootUri, opened) {
  const child = spawn(process.execPath, ['--max-old-space-size=320', server, 'lsp', '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const client = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const building = { end: undefined };
  client.onRequest('window/workDoneProgress/create', () => null);
  client.onRequest('workspace/diagnostic/refresh', () => null);
  client.onRequest('client/registerCapability', () => null);
  client.onNotification('$/progress', ({ value }) => {
    if (value?.kind === 'end') building.end = performance.now();
  });
  client.listen();
  await client.sendRequest('initialize', {
    processId: null,
    rootUri,
    capabilities: {
      workspace: { diagnostics: { refreshSupport: true } },
      textDocument: { diagnostic: { relatedInformation: true } },
      window: { workDoneProgress: true },
    },
    workspaceFolders: [{ uri: rootUri, name: 'depot' }],
  });
  const uri = pathToFileURL(opened).href;
  const text = readFileSync(opened, 'utf8');
  const start = performance.now();
  await client.sendNotification('initialized', {});
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'segur-demande', version: 1, text },
  });
  await client.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
  const first = performance.now() - start;
  client
    .sendRequest('workspace/diagnostic', { previousResultIds: [], partialResultToken: 'partiel' })
    .catch(() => undefined);

  const at = positionOf(text, '"DPI-0-0100"');
  let version = 1;
  const stroke = async () => {
    const began = performance.now();
    version++;
    const range = { start: at, end: { ...at, character: at.character + 1 } };
    const change = { range, text: version % 2 === 0 ? 'X' : 'D' };
    await client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [change],
    });
    await client.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
    return performance.now() - began;
  };
  const during = [];
  while (building.end === undefined) {
    during.push(await stroke());
    await pause(50);
  }
  const peak = memoryOf(child.pid, 'VmHWM');
  const after = [];
  for (let i = 0; i < 60; i++) {
    after.push(await stroke());
    await pause(20);
  }
  const symbols = performance.now();
  await client.sendRequest('workspace/symbol', { query: 'Centre hospitalier 150-1' });
  const symbolTime = performance.now() - symbols;
  const settled = memoryOf(child.pid, 'VmRSS');
  const exit = new Promise((resolve) => child.once('exit', resolve));
  await client.sendRequest('shutdown');
  await client.sendNotification('exit');
  await exit;
  client.dispose();
  return { first, build: building.end - start, during, after, peak, settled, symbolTime };
}

/** Place of the first sign behind the quote. */
function positionOf(text, needle) {
  const before = text.slice(0, text.indexOf(needle) + 1).split('\n');
  return { line: before.length - 1, character: before.at(-1).length };
}

function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Megabytes, as Linux counts them; undefined elsewhere. */
function memoryOf(pid, name) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
  } catch {
    return undefined;
  }
}

function percentiles(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return `${at(0.5).toFixed(0)} / ${at(0.95).toFixed(0)} / ${at(1).toFixed(0)} ms (${sorted.length})`;
}

function print(bytes, { first, build: time, during, after, peak, settled, symbolTime }) {
  const megabytes = (value) => (value === undefined ? 'not known here' : `${value.toFixed(0)} MB`);
  const rows = [
    ['files × requests, size on the disk', `${files} × ${requests}, ${(bytes / 1024 / 1024).toFixed(0)} MB`],
    ['first diagnostics of the open file', `${first.toFixed(0)} ms`],
    ['all files read, while a key is struck every 50 ms', `${(time / 1000).toFixed(1)} s`],
    ['keystroke → diagnostics meanwhile, p50 / p95 / max', percentiles(during)],
    ['keystroke → diagnostics afterwards, p50 / p95 / max', percentiles(after)],
    ['search of a request by name', `${symbolTime.toFixed(0)} ms`],
    ['memory of the process at its peak (heap limited to 320 MB)', megabytes(peak)],
    ['memory of the process afterwards', megabytes(settled)],
  ];
  const load = loadavg()[0]?.toFixed(1);
  console.log(
    `node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}, load average ${load}\n`,
  );
  console.log('| measure | figure |\n| --- | --- |');
  for (const [name, value] of rows) console.log(`| ${name} | ${value} |`);
}
