import assert from 'node:assert/strict';
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
} from 'vscode-languageserver/node';
import { eventually, LspClient, messageOf } from '../support/lsp-client';
import { BROKEN } from '../support/liberal-request';

const FOLDER = 'file:///d%C3%A9p%C3%B4t';
const URI = `${FOLDER}/mars%20a.avance.json`;

describe('settings and choices over the protocol', () => {
  let client: LspClient;
  let segurJson: string | undefined;
  beforeEach(() => {
    segurJson = undefined;
    client = LspClient.inProcess({
      readFile: (uri) => Promise.resolve(uri === `${FOLDER}/.segur/segur.json` ? segurJson : undefined),
    });
  });
  afterEach(() => client.dispose());

  const only = async (): Promise<{ message: string; severity: number | undefined }[]> =>
    (await client.diagnostics(URI)).map(({ message, severity }) => ({
      message: messageOf({ message }),
      severity,
    }));

  it('speaks French unless told otherwise, whatever the locale', async () => {
    await client.initialize({ locale: 'de' });
    await client.open(URI, BROKEN);
    const [french] = await only();
    client.settings = { langue: 'auto' };
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await eventually('refresh', () => (client.refreshes > 1 ? true : undefined));
    const [english] = await only();
    assert.match(french?.message ?? '', /true/);
    assert.notEqual(french?.message, english?.message);
  });

  it('lets the user change the severity of a rule, or silence it', async () => {
    client.settings = {
      regles: { 'litteral-invalide': 'indice', 'nimporte-quoi': 'erreur', 'siren-invalide': 12 },
    };
    await client.initialize();
    await client.open(URI, BROKEN);
    await eventually('refresh', () => (client.refreshes > 0 ? true : undefined));
    assert.deepEqual(
      (await only()).map(({ severity }) => severity),
      [4],
    );
    client.settings = { regles: { 'litteral-invalide': 'inactive' } };
    const before = client.refreshes;
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await eventually('refresh', () => (client.refreshes > before ? true : undefined));
    assert.deepEqual(await only(), []);
  });

  it('honours the choices of .segur/segur.json, and their change', async () => {
    segurJson = '{ "fichiers": { "mars a.avance.json": "ignorer" } }';
    await client.initialize({ workspaceFolders: [{ uri: FOLDER, name: 'dépôt' }] });
    await eventually('refresh', () => (client.refreshes > 0 ? true : undefined));
    await client.open(URI, BROKEN);
    assert.deepEqual(await only(), []);
    segurJson = '{ "fichiers": {} }';
    const before = client.refreshes;
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [] });
    await eventually('refresh', () => (client.refreshes > before ? true : undefined));
    assert.equal((await only()).length, 1);
  });

  it('remembers choices on files outside any folder', async () => {
    await client.initialize();
    await client.open(URI, BROKEN);
    await client.connection.sendNotification('segur/choix', { [URI]: 'ignorer' });
    assert.deepEqual(await only(), []);
  });
});
