import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import type { CodeAction } from 'vscode-languageserver/node';
import { BAD_INPUTS } from '../support/bad-inputs';
import { VALID } from '../support/liberal-request';
import { LspClient } from '../support/lsp-client';

const URI = 'file:///depot/mars.avance.json';
/** Megabytes. */
const MOST_MEMORY = 512;
const ODD_TEXTS = [
  { title: 'a file cut in the middle', text: VALID.slice(0, VALID.length >> 1) },
  { title: 'CRLF', text: VALID.replaceAll('\n', '\r\n') },
  { title: 'a byte order mark', text: `\uFEFF${VALID}` },
  { title: 'Windows-1252 read as UTF-8', text: VALID.replaceAll('É', '\uFFFD').replaceAll('é', '\uFFFD') },
  {
    title: 'keys of Object.prototype',
    text: VALID.replace('{', '{ "__proto__": {}, "constructor": 1, "toString": null,'),
  },
];

describe('a server that is given what it should not be', function () {
  this.timeout(120_000);
  let folder: string;
  let client: LspClient;
  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'segur-bad-'));
    const { buildOptions, bundles } = await import('../../esbuild.mjs');
    const bundle = bundles.find(({ out }) => out === 'dist/cli.js');
    assert.ok(bundle);
    const outfile = path.join(folder, 'cli.js');
    await build({ ...buildOptions(bundle), outfile });
    // As the extension starts it.
    client = LspClient.spawned(process.execPath, ['--max-old-space-size=320', outfile, 'lsp', '--stdio']);
    await client.initialize();
  });
  after(async () => {
    await client.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  const texts = [
    ...ODD_TEXTS.map(({ title, text }) => ({ title, text: () => text, only: undefined })),
    ...BAD_INPUTS.map(({ title, content, only }) => ({
      title,
      text: () => content().toString('utf8'),
      only,
    })),
  ];
  for (const { title, text, only } of texts) {
    it(`${title}: it answers, and recovers when the text does`, async () => {
      const document = await client.open(URI, text());
      const diagnostics = await client.diagnostics(URI);
      if (only !== undefined) {
        assert.deepEqual(
          diagnostics.map(({ code }) => code),
          [only],
        );
      }
      const target = { textDocument: { uri: URI } };
      const start = { line: 0, character: 1 };
      await client.connection.sendRequest('textDocument/hover', { ...target, position: start });
      await client.connection.sendRequest('textDocument/completion', { ...target, position: start });
      await client.connection.sendRequest('textDocument/documentSymbol', target);
      await client.connection.sendRequest('textDocument/foldingRange', target);
      await client.connection.sendRequest('textDocument/codeAction', {
        ...target,
        range: { start, end: start },
        context: { diagnostics: [] },
      });
      const [fixAll] = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
        ...target,
        range: { start, end: start },
        context: { diagnostics: [], only: ['source.fixAll.segur'] },
      });
      assert.ok(fixAll);
      await client.connection.sendRequest('codeAction/resolve', fixAll);
      const end = document.positionAt(document.getText().length);
      await client.change(URI, [{ range: { start: { line: 0, character: 0 }, end }, newText: VALID }]);
      assert.deepEqual(await client.diagnostics(URI), []);
      await client.close(URI);
    });
  }

  it(`all of that in less than ${MOST_MEMORY} MB`, function () {
    if (process.platform !== 'linux') this.skip();
    const status = readFileSync(`/proc/${client.pid ?? ''}/status`, 'utf8');
    const peak = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024;
    assert.ok(peak > 10 && peak < MOST_MEMORY, `${Math.round(peak)} MB`);
  });
});
