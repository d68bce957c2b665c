import assert from 'node:assert/strict';
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
} from 'vscode-languageserver/node';
import { eventually, LspClient, messageOf } from '../support/lsp-client';
import { momentOf } from '../support/fixture';
import { BROKEN, VALID } from '../support/liberal-request';

const FOLDER = 'file:///d%C3%A9p%C3%B4t';
const URI = `${FOLDER}/mars%20a.avance.json`;

describe('settings and choices over the protocol', () => {
  let client: LspClient;
  let segurJson: string | undefined;
  let regulationJson: string | undefined;
  beforeEach(() => {
    segurJson = undefined;
    regulationJson = undefined;
    client = LspClient.inProcess({
      readFile: (uri) =>
        Promise.resolve(
          {
            [`${FOLDER}/.segur/segur.json`]: segurJson,
            [`${FOLDER}/.segur/regulation.json`]: regulationJson,
          }[uri],
        ),
      // The orders of these files are signed the day before, and the end of their avances is not known.
      now: () => momentOf('2026-03-13T10:00'),
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

  it('D03 honours the dates of .segur/regulation.json, and their change', async () => {
    await client.initialize({ workspaceFolders: [{ uri: FOLDER, name: 'dépôt' }] });
    await eventually('refresh', () => (client.refreshes > 0 ? true : undefined));
    await client.open(URI, VALID);
    assert.deepEqual(await only(), []);
    const change = async (text: string): Promise<void> => {
      regulationJson = text;
      const before = client.refreshes;
      await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [] });
      await eventually('refresh', () => (client.refreshes > before ? true : undefined));
    };
    const end = (status: string): string =>
      JSON.stringify({
        echeances: [
          { id: 'MDV-LGC-Va2.avance-fin', value: '2026-03-11T12:00', source: ['Arrêté inventé'], status },
        ],
      });
    // The desk is closed, and the order came after it.
    await change(end('confirmé'));
    assert.deepEqual(
      (await only()).map(({ severity }) => severity),
      [2, 1],
    );
    assert.match((await only())[1]?.message ?? '', /12\/03\/2026.*Arrêté inventé/);
    await change(end('à confirmer'));
    assert.deepEqual(
      (await only()).map(({ severity }) => severity),
      [3, 2],
    );
    await change('{ "echeances": [');
    assert.deepEqual(await only(), []);
  });

  it('asks for both settings files to be watched', async () => {
    await client.initialize();
    const watched = await eventually('watchers', () => {
      const text = JSON.stringify(client.registrations);
      return text.includes('.segur/regulation.json') ? text : undefined;
    });
    assert.ok(watched.includes('.segur/segur.json'));
  });

  it('hears of a settings file by its new folder alone', async () => {
    await client.initialize({ workspaceFolders: [{ uri: FOLDER, name: 'dépôt' }] });
    const globs = await eventually('watchers', () => {
      const text = JSON.stringify(client.registrations);
      return text.includes('"**/.segur"') ? text : undefined;
    });
    assert.ok(globs.includes('"**/.segur/formats"'));
    await client.open(URI, BROKEN);
    assert.equal((await only()).length, 1);
    segurJson = '{ "fichiers": { "mars a.avance.json": "ignorer" } }';
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: `${FOLDER}/.segur`, type: FileChangeType.Created }],
    });
    await eventually('no finding', async () => ((await only()).length === 0 ? true : undefined));
  });

  it('remembers choices on files outside any folder', async () => {
    await client.initialize();
    await client.open(URI, BROKEN);
    await client.connection.sendNotification('segur/choix', { [URI]: 'ignorer' });
    assert.deepEqual(await only(), []);
  });
});
