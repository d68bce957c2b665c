import assert from 'node:assert/strict';
import { GENERER_SOLDE, type SoldesGeneres } from '../../server/src/lsp/protocol';
import { LspClient } from '../support/lsp-client';
import { validFileOf } from '../support/valid-files';

describe('the soldes of an avance, as our client asks for them', () => {
  let client: LspClient;

  beforeEach(async () => {
    client = LspClient.inProcess();
    await client.initialize();
  });
  afterEach(() => client.dispose());

  const ask = (uri: string) => client.connection.sendRequest<SoldesGeneres | null>(GENERER_SOLDE, { uri });

  it('A08 are snippets made from the open text', async () => {
    const uri = 'file:///depot/mars.avance.json';
    await client.open(uri, validFileOf('MDV-LGC-Va2', 2));
    const soldes = await ask(uri);
    assert.equal(soldes?.ecartees, 0);
    assert.equal(soldes.snippets.length, 1);
    assert.match(soldes.snippets[0] ?? '', /"typeDemande": "SOLDE"[^]*"montantSolde": \$\{\d+:720\.00\}/);
  });

  it('are none for a solde, for another file, and for one that is not open', async () => {
    await client.open('file:///depot/mars.solde.json', validFileOf('MDV-LGC-Va2', 1, 'solde'));
    await client.open('file:///depot/autre.json', '{}');
    for (const name of ['mars.solde.json', 'autre.json', 'absent.avance.json']) {
      assert.equal(await ask(`file:///depot/${name}`), null);
    }
  });
});
