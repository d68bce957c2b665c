import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type Connection,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import { GARDER, LIRE_OCTETS, type Garder } from '../../server/src/lsp/lent-files';
import { inPieces, joined } from '../../server/src/lsp/pieces';
import { filesThroughClient, storeThroughClient } from '../../server/src/lsp/through-client';

const FOLDER = 'vscode-userdata:/User/workspaceStorage/un/segur';
/** More than two pieces, every byte in it. */
const BYTES = Uint8Array.from({ length: 250_001 }, (_, at) => (at * 7) % 256);

describe('files through the client', () => {
  let server: Connection;
  let client: ProtocolConnection;
  beforeEach(() => {
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
    client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    server.listen();
    client.listen();
  });
  afterEach(() => {
    client.dispose();
    server.dispose();
  });

  it('bytes come out of their pieces as they went in', async () => {
    for (const bytes of [BYTES, BYTES.subarray(3, 96 * 1024 + 3), new Uint8Array()]) {
      assert.deepEqual(await joined(await inPieces(bytes)), Uint8Array.from(bytes));
    }
    assert.equal((await inPieces(BYTES)).length, 3);
  });

  it('what a worker keeps is kept by the client, by its name, and read again', async () => {
    const held = new Map<string, readonly string[]>();
    client.onRequest(GARDER, ({ nom, octets }: Garder) => {
      held.set(`${FOLDER}/${nom}`, octets);
      return null;
    });
    client.onRequest(LIRE_OCTETS, ({ uri }: { uri: string }) => held.get(uri) ?? null);
    const store = storeThroughClient(server);
    assert.equal(await store.read(FOLDER, 'base-1.bin'), undefined);
    await store.write(FOLDER, 'base-1.bin', BYTES);
    assert.deepEqual([...held.keys()], [`${FOLDER}/base-1.bin`]);
    assert.deepEqual(await store.read(FOLDER, 'base-1.bin'), BYTES);
  });

  it('a client that knows nothing of it keeps nothing, and cannot tell which files there are', async () => {
    const store = storeThroughClient(server);
    await store.write(FOLDER, 'base-1.bin', BYTES);
    assert.equal(await store.read(FOLDER, 'base-1.bin'), undefined);
    const files = filesThroughClient(server);
    assert.equal(await files.listFiles(FOLDER), undefined);
    assert.deepEqual(await files.readFolder(FOLDER), []);
  });
});
