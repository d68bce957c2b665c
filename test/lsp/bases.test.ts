import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  DefinitionRequest,
  DidChangeWatchedFilesNotification,
  HoverRequest,
  ShowMessageNotification,
} from 'vscode-languageserver/node';
import type { FilesAsBytes, Store } from '../../server/src/lsp/files';
import { ETAT, type Etat } from '../../server/src/lsp/protocol';
import { eventually, FULL_CLIENT, LspClient, messageOf } from '../support/lsp-client';

const FOLDER = 'file:///d%C3%A9p%C3%B4t';
const URI = `${FOLDER}/dpi.avance.json`;
const BASE = `${FOLDER}/bases/base.csv`;
const SAMPLE = readFileSync('samples/base-es-fictive.csv');
const AVANCE = readFileSync('samples/hopital/dpi-correct.avance.json', 'utf8');

/** A disk in memory: every write is another version. */
class FakeDisk implements FilesAsBytes {
  readonly reads: string[] = [];
  private readonly held = new Map<string, { bytes: Uint8Array; modifie: number }>();
  private clock = 0;

  write(uri: string, bytes: Uint8Array | string): void {
    this.held.set(uri, { bytes: Buffer.from(bytes), modifie: ++this.clock });
  }

  delete(uri: string): void {
    this.held.delete(uri);
  }

  text = (uri: string): Promise<string | undefined> =>
    Promise.resolve(this.held.has(uri) ? Buffer.from(this.bytes(uri)).toString('utf8') : undefined);

  stamp = (uri: string) => {
    const one = this.held.get(uri);
    return Promise.resolve(one && { taille: one.bytes.length, modifie: one.modifie });
  };

  readBytes = (uri: string) => {
    this.reads.push(uri);
    return Promise.resolve(this.held.get(uri)?.bytes);
  };

  private bytes(uri: string): Uint8Array {
    return this.held.get(uri)?.bytes ?? new Uint8Array();
  }
}

/** A folder of the client's, in memory. */
class FakeStore implements Store {
  readonly files = new Map<string, Uint8Array>();
  read = (folder: string, name: string) => Promise.resolve(this.files.get(`${folder}/${name}`));
  write = (folder: string, name: string, bytes: Uint8Array) =>
    Promise.resolve(void this.files.set(`${folder}/${name}`, bytes));
}

describe('the base of eligible establishments over the protocol', () => {
  let disk: FakeDisk;
  let store: FakeStore;
  let client: LspClient;
  let etats: Etat[];
  let shown: string[];

  const start = async (options: { settings?: unknown; stockage?: string } = {}): Promise<void> => {
    client = LspClient.inProcess({
      readFile: disk.text,
      stamp: disk.stamp,
      readBytes: disk.readBytes,
      store,
    });
    client.settings = options.settings ?? null;
    etats = [];
    shown = [];
    client.connection.onNotification(ETAT, (etat: Etat) => {
      etats.push(etat);
    });
    client.connection.onNotification(ShowMessageNotification.type, ({ message }) => {
      shown.push(message);
    });
    await client.initialize({
      workspaceFolders: [{ uri: FOLDER, name: 'dépôt' }],
      initializationOptions: { clientSegur: true, ...(options.stockage && { stockage: options.stockage }) },
      capabilities: {
        ...FULL_CLIENT,
        workspace: {
          ...FULL_CLIENT.workspace,
          didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
        },
      },
    });
    await client.open(URI, AVANCE);
  };
  beforeEach(() => {
    disk = new FakeDisk();
    store = new FakeStore();
    disk.write(BASE, SAMPLE);
    settings({ fichier: 'bases/base.csv' });
  });
  afterEach(() => client.dispose());

  const settings = (base: unknown): void =>
    disk.write(`${FOLDER}/.segur/segur.json`, JSON.stringify({ base }));
  const codes = async (): Promise<string[]> =>
    (await client.diagnostics(URI))
      .map(({ code }) => String(code))
      .filter((code) => code === 'finess-ineligible');
  /** Asks again after each word of the server that something changed. */
  const untilBase = async (what: RegExp): Promise<string> => {
    const seen = (): string | undefined => etats.map(({ base }) => `${base?.texte} | ${base?.detail}`).at(-1);
    const asking = setInterval(() => void client.pull(URI).catch(() => undefined), 20);
    try {
      return await eventually(`${String(what)} in the state`, () => {
        const text = seen();
        return text !== undefined && what.test(text) ? text : undefined;
      });
    } finally {
      clearInterval(asking);
    }
  };
  const touched = (uri: string) =>
    client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri, type: 2 }],
    });

  it('is read from the file that .segur/segur.json names', async () => {
    await start();
    await untilBase(/^Base : 500 établissements \| base\.csv$/);
    assert.deepEqual(await codes(), []);
    await client.edit(URI, '990000119', '990000999');
    assert.deepEqual(await codes(), ['finess-ineligible']);
    assert.deepEqual(shown, []);
  });

  it('answers before the base is read, and says that there is none where none is named', async () => {
    settings(undefined);
    await start();
    assert.deepEqual(await codes(), []);
    const [etat] = etats;
    assert.equal(etat?.base?.texte, 'Aucune base des ES éligibles');
    assert.deepEqual(disk.reads, []);
  });

  it('is read anew by itself when its file changes, and only then', async () => {
    await start();
    await untilBase(/500 établissements/);
    await client.edit(URI, '990000119', '990000999');
    assert.deepEqual(await codes(), ['finess-ineligible']);
    await touched(BASE);
    disk.write(BASE, `${SAMPLE.toString('utf8')}990000999;Nouvel hôpital (fictif)\n`);
    await touched(BASE);
    await untilBase(/501 établissements/);
    assert.deepEqual(await codes(), []);
    assert.equal(disk.reads.length, 2);
  });

  it('stays in force when the new file is refused, which is told once', async () => {
    await start();
    await untilBase(/500 établissements/);
    disk.write(BASE, '');
    await touched(BASE);
    const told = await untilBase(/ne contient rien/);
    assert.match(told, /^Base : 500 établissements.*reste en vigueur/);
    await client.edit(URI, '990000119', '990000999');
    assert.deepEqual(await codes(), ['finess-ineligible']);
    await touched(BASE);
    await touched(`${FOLDER}/.segur/segur.json`);
    disk.write(BASE, SAMPLE);
    await touched(BASE);
    await untilBase(/^Base : 500 établissements \| base\.csv$/);
    assert.equal(shown.length, 1, shown.join());
  });

  it('stays in force while .segur/segur.json cannot be read, and goes when nothing is named any more', async () => {
    await start();
    await untilBase(/500 établissements/);
    disk.write(`${FOLDER}/.segur/segur.json`, '{ "base": {');
    await touched(`${FOLDER}/.segur/segur.json`);
    await client.edit(URI, '990000119', '990000999');
    assert.deepEqual(await codes(), ['finess-ineligible']);
    settings(undefined);
    await touched(`${FOLDER}/.segur/segur.json`);
    await untilBase(/Aucune base/);
    assert.deepEqual(await codes(), []);
  });

  it('the file is not there: it is said, and read once it is', async () => {
    disk.delete(BASE);
    await start();
    await untilBase(/n’a pas pu être lue.*base\.csv/);
    assert.equal(shown.length, 1);
    disk.write(BASE, SAMPLE);
    await touched(BASE);
    await untilBase(/500 établissements/);
  });

  it('is named by the setting segur.base too; the folder wins', async () => {
    settings(undefined);
    disk.write(`${FOLDER}/petite.csv`, 'FINESS;Raison sociale\n990000119;Un seul (fictif)\n');
    await start({ settings: { base: 'petite.csv' } });
    await untilBase(/Base : 1 établissement \| petite/);
    settings({ fichier: BASE });
    await touched(`${FOLDER}/.segur/segur.json`);
    await untilBase(/500 établissements/);
  });

  it('is completed by a FINESS extract, which makes nobody eligible', async () => {
    disk.write(BASE, 'FINESS;Raison sociale\n990000119;Un seul (fictif)\n');
    disk.write(
      `${FOLDER}/finess.csv`,
      'FINESS;Raison sociale;Catégorie\n990000119;X;Clinique\n990000127;Y;Clinique\n',
    );
    settings({ fichier: BASE, extrait: { fichier: 'finess.csv' } });
    await start();
    await untilBase(/Base : 1 établissement /);
    const at = client.text(URI).getText().indexOf('990000119');
    const hover = await client.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: URI },
      position: client.text(URI).positionAt(at),
    });
    assert.match(JSON.stringify(hover?.contents), /Un seul.*Clinique/);
  });

  it('has its file watched, wherever it is', async () => {
    settings({ fichier: '/ailleurs/ma base.csv' });
    await start();
    await eventually('a watcher', () => {
      const text = JSON.stringify(client.registrations);
      return text.includes('"baseUri":"file:///ailleurs","pattern":"ma base.csv"') ? true : undefined;
    });
  });

  it('goes from a FINESS to its row of the CSV', async () => {
    await start();
    await untilBase(/500 établissements/);
    const at = client.text(URI).getText().indexOf('990000119');
    const ask = () =>
      client.connection.sendRequest(DefinitionRequest.type, {
        textDocument: { uri: URI },
        position: client.text(URI).positionAt(at),
      });
    const row = SAMPLE.toString('utf8')
      .split('\n')
      .findIndex((line) => line.startsWith('990000119'));
    const head = { line: row, character: 0 };
    assert.deepEqual(await ask(), [{ uri: BASE, range: { start: head, end: head } }]);
    disk.write(`${FOLDER}/base.xlsx`, readFileSync('samples/base-es-fictive.xlsx'));
    settings({ fichier: 'base.xlsx' });
    await touched(`${FOLDER}/.segur/segur.json`);
    await untilBase(/base\.xlsx/);
    assert.deepEqual(await ask(), []);
  });

  describe('its index', () => {
    const stockage = 'file:///stockage';
    const cut = (): void => {
      for (const [name, bytes] of store.files) store.files.set(name, bytes.slice(0, bytes.length - 5));
    };

    it('is kept where the client says, and spares a reading; damaged, it is built again', async () => {
      await start({ stockage });
      await untilBase(/500 établissements/);
      assert.equal(store.files.size, 1);
      await client.dispose();
      await start({ stockage });
      await untilBase(/500 établissements/);
      assert.deepEqual(disk.reads, [BASE]);
      await client.edit(URI, '990000119', '990000999');
      assert.deepEqual(await codes(), ['finess-ineligible']);
      await client.dispose();
      cut();
      await start({ stockage });
      await untilBase(/500 établissements/);
      assert.deepEqual(disk.reads, [BASE, BASE]);
    });

    it('of another version of the file is not used', async () => {
      await start({ stockage });
      await untilBase(/500 établissements/);
      await client.dispose();
      disk.write(BASE, 'FINESS;Raison sociale\n990000119;Un seul (fictif)\n');
      await start({ stockage });
      await untilBase(/Base : 1 établissement /);
    });

    it('is not kept where the client lends no folder', async () => {
      await start();
      await untilBase(/500 établissements/);
      assert.equal(store.files.size, 0);
    });
  });

  it('a wrong form is told on .segur/segur.json', async () => {
    settings({ chemin: 'bases/base.csv' });
    await start();
    const said = await eventually('a fault', () => client.published.at(-1)?.diagnostics[0]);
    assert.match(messageOf(said), /« base » est un objet dont « fichier »/);
  });
});
