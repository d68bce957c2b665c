import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { LspClient } from '../support/lsp-client';
import { BROKEN } from '../support/liberal-request';

const URI = 'file:///depot/mars.avance.json';

describe('what ships, as a child process over stdio', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'segur-stdio-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const [name, args] of [
    ['dist/server.js', ['--stdio']],
    ['dist/cli.js', ['lsp', '--stdio']],
  ] as const) {
    it(`${name} ${args.join(' ')}: answers, and ends when asked to`, async () => {
      const { buildOptions, bundles } = await import('../../esbuild.mjs');
      const bundle = bundles.find(({ out }) => out === name);
      assert.ok(bundle);
      const outfile = path.join(folder, path.basename(name));
      await build({ ...buildOptions(bundle), outfile });
      const client = LspClient.spawned(process.execPath, [outfile, ...args]);
      const { serverInfo } = await client.initialize();
      assert.equal(serverInfo?.name, 'segur-sons');
      await client.open(URI, BROKEN);
      const [finding] = await client.diagnostics(URI);
      assert.equal(finding?.code, 'litteral-invalide');
      assert.match(finding?.codeDescription?.href ?? '', /^file:.*docs\/regles\/litteral-invalide\.md$/);
      await client.dispose();
    });
  }
});
