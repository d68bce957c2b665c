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

  it('dist/cli.js lsp --stdio: answers, and ends when asked to', async () => {
    const { buildOptions, bundles } = await import('../../esbuild.mjs');
    const bundle = bundles.find(({ out }) => out === 'dist/cli.js');
    assert.ok(bundle);
    const outfile = path.join(folder, 'cli.js');
    await build({ ...buildOptions(bundle), outfile });
    const client = LspClient.spawned(process.execPath, [outfile, 'lsp', '--stdio']);
    const { serverInfo } = await client.initialize();
    assert.equal(serverInfo?.name, 'segur-sons');
    await client.open(URI, BROKEN);
    const [finding] = await client.diagnostics(URI);
    assert.equal(finding?.code, 'litteral-invalide');
    assert.match(finding?.codeDescription?.href ?? '', /^file:.*docs\/regles\/litteral-invalide\.md$/);
    await client.dispose();
  });
});
