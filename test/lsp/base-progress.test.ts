import assert from 'node:assert/strict';
import { WorkDoneProgress, WorkDoneProgressCreateRequest } from 'vscode-languageserver/node';
import { readFileSync } from 'node:fs';
import { inPieces } from '../../server/src/lsp/bases/in-pieces';
import { percentOf } from '../../server/src/lsp/bases/progress';
import { loadBase } from '../../server/src/registry/import/load-base';
import type { Steps } from '../../server/src/registry/table/steps';
import { eventually, FULL_CLIENT, LspClient } from '../support/lsp-client';
import { sampleCsv } from '../../scripts/sample-base.mjs';

const FOLDER = 'file:///depot';

/** Works for so many milliseconds between two steps, for ever. */
function* endless(milliseconds: number): Steps<string> {
  for (;;) {
    const since = performance.now();
    while (performance.now() - since < milliseconds);
    yield { etape: 'lecture', part: 0.5 };
  }
}

describe('a long reading', () => {
  it('goes forward, from 0 to 100', () => {
    const steps = loadBase(readFileSync('samples/base-es-fictive.xlsx'), 'base.xlsx');
    let last = 0;
    for (let step = steps.next(); step.done !== true; step = steps.next()) {
      const percent = percentOf(step.value);
      assert.ok(percent >= 0 && percent <= 100, String(percent));
      last = percent;
    }
    assert.ok(last >= 80);
  });

  it('lets other work pass, and is dropped when nobody waits any more', async () => {
    let passed = 0;
    let isWanted = true;
    const timer = setInterval(() => {
      if (++passed === 3) isWanted = false;
    }, 1);
    const read = await inPieces(endless(2), { tell: () => undefined, isWanted: () => isWanted });
    clearInterval(timer);
    assert.equal(read, undefined);
    assert.ok(passed >= 3, String(passed));
  });

  it('is shown by the client, who may stop it: nothing is in force, and nothing is read again', async function () {
    this.timeout(20_000);
    const bytes = Buffer.from(sampleCsv(60_000));
    let reads = 0;
    const client = LspClient.inProcess({
      readFile: (uri) =>
        Promise.resolve(uri.endsWith('segur.json') ? '{ "base": { "fichier": "base.csv" } }' : undefined),
      stamp: () => Promise.resolve({ taille: bytes.length, modifie: 1 }),
      readBytes: () => {
        reads++;
        return Promise.resolve(bytes);
      },
    });
    const told: unknown[] = [];
    client.connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
      client.connection.onProgress(WorkDoneProgress.type, token, (value) => {
        told.push(value);
        if (value.kind !== 'begin') return;
        void client.connection.sendNotification('window/workDoneProgress/cancel', { token });
      });
    });
    await client.initialize({
      workspaceFolders: [{ uri: FOLDER, name: 'depot' }],
      capabilities: { ...FULL_CLIENT, window: { workDoneProgress: true } },
    });
    const end = await eventually(
      'the end',
      () => told.find((one) => (one as { kind: string }).kind === 'end'),
      15_000,
    );
    assert.ok(end);
    const [first] = told as { kind: string; title?: string; cancellable?: boolean }[];
    assert.deepEqual([first?.kind, first?.title, first?.cancellable], ['begin', 'Lecture de la base…', true]);
    const before = client.refreshes;
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: `${FOLDER}/.segur/segur.json`, type: 2 }],
    });
    await eventually('settings read again', () => (client.refreshes > before ? true : undefined));
    assert.equal(reads, 1);
    await client.dispose();
  });
});
