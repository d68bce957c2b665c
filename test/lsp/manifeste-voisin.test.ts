import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesInMemory } from '../support/files-in-memory';
import { ROOT } from '../support/fixture';
import { LspClient } from '../support/lsp-client';

const FOLDER = 'file:///depot';
const fixture = (path: string): string => readFileSync(join(ROOT, 'test/rules', path), 'utf8');

describe('what the manifest of a folder says to its requests, over the protocol', () => {
  let client: LspClient;
  beforeEach(async () => {
    const manifest = fixture('solde-avant-pilotes/deux-pilotes/candidature.json');
    client = LspClient.inProcess(filesInMemory(new Map([[`${FOLDER}/dpi.candidature.json`, manifest]])));
    await client.initialize({ workspaceFolders: [{ uri: FOLDER, name: 'depot' }] });
  });
  afterEach(() => client.dispose());

  const until = async (uri: string, code: string, isTold: boolean): Promise<void> => {
    const end = Date.now() + 5000;
    for (;;) {
      const codes = (await client.diagnostics(uri)).map((diagnostic) => diagnostic.code);
      if (codes.includes(code) === isTold) return;
      assert.ok(Date.now() < end, `${code} told: ${!isTold}`);
    }
  };

  it('A06 a solde before the pilots is told, until the manifest has them all', async () => {
    const uri = `${FOLDER}/mars.solde.json`;
    await client.open(uri, fixture('solde-avant-pilotes/deux-pilotes/solde.json'));
    await until(uri, 'solde-avant-pilotes', true);
    const all = fixture('solde-avant-pilotes/ok-trois-pilotes/candidature.json');
    await client.open(`${FOLDER}/dpi.candidature.json`, all, 'segur-candidature');
    await until(uri, 'solde-avant-pilotes', false);
  });

  it('V01 an earlier version is told, until the manifest says another one', async () => {
    const uri = `${FOLDER}/mars.avance.json`;
    const manifest = `${FOLDER}/dpi.candidature.json`;
    await client.open(uri, fixture('version-anterieure/anterieure/avance.json'));
    await until(uri, 'version-anterieure', false);
    await client.open(
      manifest,
      fixture('version-anterieure/anterieure/candidature.json'),
      'segur-candidature',
    );
    await until(uri, 'version-anterieure', true);
    await client.edit(manifest, '"versionReferencee": "2.10.0"', '"versionReferencee": "2.4.0"');
    await until(uri, 'version-anterieure', false);
  });
});
