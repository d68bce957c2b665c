#!/usr/bin/env node
/**
 * A long working day: the server that ships, as the extension starts it, on a file of 200 requests that somebody types
 * in, pastes into and undoes, asking for completion, hover and the rest. Prints a Markdown table: memory and latency by
 * five minutes. Run `node esbuild.mjs` first.
 *   npm run soak -- --minutes 60 --seed 1
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { optionOf, randomOf } from './support/random.mjs';

const MINUTE = 60_000;
const WINDOW = 5 * MINUTE;
/** Between two strokes, in milliseconds: a quick typist. */
const PACE = 60;
const URI = 'file:///depot/deux-cents.avance.json';
const minutes = optionOf('minutes', 60);
const seed = optionOf('seed', 1);
const random = randomOf(seed);

const child = spawn(
  process.execPath,
  ['--max-old-space-size=320', new URL('../dist/cli.js', import.meta.url).pathname, 'lsp', '--stdio'],
  { stdio: ['pipe', 'pipe', 'inherit'] },
);
child.once('exit', (code) => {
  if (running) throw new Error(`the server stopped by itself with ${code}`);
});
const client = createProtocolConnection(
  new StreamMessageReader(child.stdout),
  new StreamMessageWriter(child.stdin),
);
const original = bigFile();
let document = TextDocument.create(URI, 'segur-demande', 1, original);
let running = true;
/** What takes each edit back, the last one first to go. */
const undo = [];
const rows = [];
let strokes = 0;

await start();
const began = performance.now();
let current = newWindow();
while (performance.now() - began < minutes * MINUTE) {
  await step();
  if (performance.now() - current.since >= WINDOW) closeWindow();
  await new Promise((resolve) => setTimeout(resolve, PACE));
}
if (current.pulls.length > 0) closeWindow();
print();
running = false;
await client.sendRequest('shutdown');
await client.sendNotification('exit');

function bigFile() {
  const home = mkdtempSync(join(tmpdir(), 'segur-soak-'));
  try {
    const file = join(home, 'deux-cents.avance.json');
    const script = new URL('../scripts/make-large-sample.mjs', import.meta.url).pathname;
    execFileSync(process.execPath, [script, file, '200']);
    return readFileSync(file, 'utf8');
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function start() {
  client.onRequest('workspace/diagnostic/refresh', () => null);
  client.onRequest('client/registerCapability', () => null);
  client.listen();
  await client.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      textDocument: { diagnostic: {}, completion: { completionItem: { snippetSupport: true } } },
    },
    workspaceFolders: null,
  });
  await client.sendNotification('initialized', {});
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri: URI, languageId: 'segur-demande', version: 1, text: original },
  });
  await client.sendRequest('textDocument/diagnostic', { textDocument: { uri: URI } });
}

/** One stroke, paste or undo, the findings after it, and now and then a question. */
async function step() {
  const before = performance.now();
  await edit();
  await client.sendRequest('textDocument/diagnostic', { textDocument: { uri: URI } });
  current.pulls.push(performance.now() - before);
  if (random.next() < 0.3) {
    const asked = performance.now();
    await ask();
    current.answers.push(performance.now() - asked);
  }
  strokes++;
  if (strokes % 50 === 0) current.memory.push(memory());
}

async function edit() {
  const length = document.getText().length;
  const kind = random.next();
  if (undo.length > 400 || length > original.length * 1.3) {
    while (undo.length > 0) await apply(undo.pop(), false);
  } else if (kind < 0.35 && undo.length > 0) await apply(undo.pop(), false);
  else if (kind < 0.85) {
    const at = random.nat(length);
    const removed = random.next() < 0.3 ? random.nat(4) : 0;
    await apply(
      { start: at, end: Math.min(length, at + removed), text: random.pick([...'0a9é"{},:\n ']) },
      true,
    );
  } else {
    const from = random.nat(length);
    const at = random.nat(length);
    await apply({ start: at, end: at, text: document.getText().slice(from, from + random.nat(2500)) }, true);
  }
}

async function apply({ start, end, text }, keep) {
  const range = { start: document.positionAt(start), end: document.positionAt(end) };
  // The editor never cuts a line ending or a sign in two: neither does this one.
  const from = document.offsetAt(range.start);
  const to = document.offsetAt(range.end);
  if (keep) undo.push({ start: from, end: from + text.length, text: document.getText().slice(from, to) });
  const version = document.version + 1;
  const contentChanges = [{ range, text }];
  document = TextDocument.update(document, contentChanges, version);
  await client.sendNotification('textDocument/didChange', {
    textDocument: { uri: URI, version },
    contentChanges,
  });
}

async function ask() {
  const position = document.positionAt(random.nat(document.getText().length));
  const target = { textDocument: { uri: URI } };
  const range = { start: position, end: position };
  const [method, params] = random.pick([
    ['completion', { position }],
    ['hover', { position }],
    ['documentSymbol', {}],
    ['foldingRange', {}],
    ['inlayHint', { range: { ...range, end: { line: position.line + 60, character: 0 } } }],
    ['codeAction', { range, context: { diagnostics: [] } }],
  ]);
  await client.sendRequest(`textDocument/${method}`, { ...target, ...params });
}

/** Megabytes that the process holds, as Linux counts them. */
function memory() {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

function newWindow() {
  return { since: performance.now(), pulls: [], answers: [], memory: [memory()] };
}

function closeWindow() {
  const to = (performance.now() - began) / MINUTE;
  const from = (current.since - began) / MINUTE;
  const held = current.memory;
  rows.push(
    [
      `${from.toFixed(0)}–${to.toFixed(0)} min`,
      String(current.pulls.length),
      `${percentile(current.pulls, 0.5)} / ${percentile(current.pulls, 0.95)} ms`,
      `${percentile(current.answers, 0.5)} / ${percentile(current.answers, 0.95)} ms`,
      `${Math.min(...held).toFixed(0)} / ${percentile(held, 0.5)} / ${Math.max(...held).toFixed(0)} MB`,
    ].join(' | '),
  );
  // As it goes: a soak that is stopped has said what it saw.
  console.error(`| ${rows.at(-1)} |`);
  current = newWindow();
}

function percentile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(0);
}

function print() {
  console.log(
    `node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}, load average ${loadavg()[0]?.toFixed(1)} at the end, seed ${seed}\n`,
  );
  console.log(
    '| minutes | edits | edit → findings, p50 / p95 | other answers, p50 / p95 | memory, min / median / max |',
  );
  console.log('| --- | --- | --- | --- | --- |');
  for (const row of rows) console.log(`| ${row} |`);
}
