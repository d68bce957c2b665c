import assert from 'node:assert/strict';
import {
  DocumentFormattingRequest,
  FoldingRangeRequest,
  type ClientCapabilities,
} from 'vscode-languageserver/node';
import { eventually, FULL_CLIENT, LspClient } from '../support/lsp-client';

const dynamic = { dynamicRegistration: true };
const REGISTERING: ClientCapabilities = {
  ...FULL_CLIENT,
  textDocument: {
    ...FULL_CLIENT.textDocument,
    formatting: dynamic,
    rangeFormatting: dynamic,
    foldingRange: dynamic,
    selectionRange: dynamic,
  },
};

describe('layout, folds and selection', () => {
  let client: LspClient;
  beforeEach(() => {
    client = LspClient.inProcess();
  });
  afterEach(() => client.dispose());

  it('are registered for our own language alone, so that no JSON file has two formatters', async () => {
    const { capabilities } = await client.initialize({ capabilities: REGISTERING });
    assert.equal(capabilities.documentFormattingProvider, undefined);
    await eventually('registrations', () => (client.registrations.length >= 6 ? true : undefined));
    const formatting = client.registrations.find(({ method }) => method === DocumentFormattingRequest.method);
    assert.deepEqual(formatting?.registerOptions, {
      documentSelector: [{ language: 'segur-demande' }, { language: 'segur-candidature' }],
    });
  });

  it('are there from the start for a client that cannot be told later', async () => {
    const { capabilities } = await client.initialize();
    assert.equal(capabilities.documentFormattingProvider, true);
    assert.equal(capabilities.foldingRangeProvider, true);
  });

  it('answer on a file of our language that is not checked', async () => {
    await client.initialize();
    const uri = 'file:///depot/mars.json';
    await client.open(uri, '{\n  "a": {\n    "b": 1\n  },\n  "c": [\n    1\n  ]\n}\n');
    const folds = await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument: { uri } });
    assert.equal(folds?.length, 3);
  });
});
