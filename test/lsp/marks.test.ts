import assert from 'node:assert/strict';
import {
  CodeLensRefreshRequest,
  CodeLensRequest,
  DidChangeConfigurationNotification,
  InlayHintRefreshRequest,
  InlayHintRequest,
} from 'vscode-languageserver/node';
import { VALID } from '../support/liberal-request';
import { eventually, FULL_CLIENT, LspClient } from '../support/lsp-client';

const URI = 'file:///depot/mars.avance.json';
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

describe('hints and lenses over the protocol', () => {
  let client: LspClient;
  const refreshed = { hints: 0, lenses: 0 };
  beforeEach(() => {
    refreshed.hints = 0;
    refreshed.lenses = 0;
    client = LspClient.inProcess();
    client.connection.onRequest(InlayHintRefreshRequest.type, () => {
      refreshed.hints++;
    });
    client.connection.onRequest(CodeLensRefreshRequest.type, () => {
      refreshed.lenses++;
    });
  });
  afterEach(() => client.dispose());

  const shown = async (): Promise<number[]> => {
    const textDocument = { uri: URI };
    const hints = await client.connection.sendRequest(InlayHintRequest.type, { textDocument, range: WHOLE });
    const lenses = await client.connection.sendRequest(CodeLensRequest.type, { textDocument });
    return [hints?.length ?? 0, lenses?.length ?? 0];
  };

  it('shows both at first, each until its setting turns it off; the client is told to ask again', async () => {
    const capabilities = {
      ...FULL_CLIENT,
      workspace: {
        ...FULL_CLIENT.workspace,
        inlayHint: { refreshSupport: true },
        codeLens: { refreshSupport: true },
      },
    };
    const answer = await client.initialize({ capabilities });
    assert.equal(answer.capabilities.inlayHintProvider, true);
    assert.deepEqual(answer.capabilities.codeLensProvider, { resolveProvider: false });
    await client.open(URI, VALID);
    await eventually('start', () => (refreshed.hints > 0 && refreshed.lenses > 0 ? true : undefined));
    assert.deepEqual(await shown(), [1, 1]);
    for (const [settings, expected] of [
      [{ indications: false }, [0, 1]],
      [{ lentilles: false }, [1, 0]],
      [{ lentilles: 'non', indications: null }, [1, 1]],
    ] as const) {
      client.settings = settings;
      const before = { ...refreshed };
      await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
      await eventually('refresh', () =>
        refreshed.hints > before.hints && refreshed.lenses > before.lenses ? true : undefined,
      );
      assert.deepEqual(await shown(), expected);
    }
  });

  it('a client that cannot be told is left in peace', async () => {
    await client.initialize();
    await client.open(URI, VALID);
    await eventually('start', () => (client.refreshes > 0 ? true : undefined));
    assert.deepEqual(await shown(), [1, 1]);
    assert.deepEqual(refreshed, { hints: 0, lenses: 0 });
  });

  it('a file that is not ours has none', async () => {
    await client.initialize();
    const uri = 'file:///depot/autre.json';
    await client.open(uri, '{ "autre": [{ "montantTTC": 430.00 }] }', 'json');
    const textDocument = { uri };
    assert.equal(
      await client.connection.sendRequest(InlayHintRequest.type, { textDocument, range: WHOLE }),
      null,
    );
    assert.equal(await client.connection.sendRequest(CodeLensRequest.type, { textDocument }), null);
  });
});
