import assert from 'node:assert/strict';
import { DidChangeWatchedFilesNotification, type Diagnostic } from 'vscode-languageserver/node';
import { ETAT, type Etat } from '../../server/src/lsp/protocol';
import { VALID } from '../support/liberal-request';
import { eventually, FULL_CLIENT, LspClient, messageOf } from '../support/lsp-client';

const FOLDER = 'file:///depot';
const REGULATION = `${FOLDER}/.segur/regulation.json`;
const SEGUR = `${FOLDER}/.segur/segur.json`;
const URI = `${FOLDER}/mars.avance.json`;
const BROKEN = '{\n  "echeances": [\n}';
/** Refused by the schema. */
const MISSPELT = '{\n  "echeance": []\n}';
/** Accepted by the schema: there is no such day. */
const NO_DAY = `{
  "echeances": [
    { "id": "MDV-LGC-Va2.avance-fin", "value": "2026-02-30", "source": ["Arrêté"], "status": "confirmé" }
  ]
}`;
const { diagnostic: _, ...PUSHED } = { diagnostic: {}, ...FULL_CLIENT.textDocument };

describe('what is wrong in the files of .segur/', () => {
  let client: LspClient;
  let files: Map<string, string>;
  const etats: Etat[] = [];
  beforeEach(() => {
    files = new Map();
    etats.length = 0;
    client = LspClient.inProcess({ readFile: (uri) => Promise.resolve(files.get(uri)) });
    client.connection.onNotification(ETAT, (etat: Etat) => {
      etats.push(etat);
    });
  });
  afterEach(() => client.dispose());

  const start = async (options: object = {}, capabilities = FULL_CLIENT): Promise<void> => {
    const initializationOptions = { clientSegur: true, ...options };
    const workspaceFolders = [{ uri: FOLDER, name: 'depot' }];
    await client.initialize({ initializationOptions, workspaceFolders, capabilities });
  };
  const saved = async (uri: string, text: string | undefined): Promise<void> => {
    if (text === undefined) files.delete(uri);
    else files.set(uri, text);
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [] });
  };
  const toldOn = (uri: string): readonly Diagnostic[] =>
    client.published.findLast((published) => published.uri === uri)?.diagnostics ?? [];
  const until = (what: string, holds: () => boolean): Promise<true> =>
    eventually(what, () => (holds() ? true : undefined));
  const untilTold = (uri: string, sentence: RegExp): Promise<true> =>
    until(String(sentence), () => toldOn(uri).some((one) => sentence.test(messageOf(one))));
  const untilSilent = (uri: string): Promise<true> => until('silence', () => toldOn(uri).length === 0);

  it('is told on a file that is not open, at the place, until it is mended or gone', async () => {
    files.set(REGULATION, BROKEN);
    await start({ jsonIntegre: true });
    await untilTold(REGULATION, /n'est pas un JSON valide.*rien de ce fichier n'est pris en compte/);
    assert.deepEqual(toldOn(REGULATION)[0]?.range.start, { line: 1, character: 15 });
    await saved(REGULATION, NO_DAY);
    await untilTold(REGULATION, /2026-02-30.*n'est pas un jour/);
    assert.deepEqual(toldOn(REGULATION)[0]?.range, {
      start: { line: 2, character: 47 },
      end: { line: 2, character: 105 },
    });
    await saved(REGULATION, '{}');
    await untilSilent(REGULATION);
    await saved(REGULATION, MISSPELT);
    await untilTold(REGULATION, /« echeance » n'est pas un nom connu/);
    await saved(REGULATION, undefined);
    await untilSilent(REGULATION);
  });

  it('is told on .segur/segur.json too, whose other choices stand', async () => {
    files.set(SEGUR, '{ "fichiers": { "a.json": "MDV-LGC-Va9.avance", "mars.avance.json": "ignorer" } }');
    await start({ jsonIntegre: true });
    await untilTold(SEGUR, /« MDV-LGC-Va9.avance » n'est pas un modèle connu/);
    assert.doesNotMatch(messageOf(toldOn(SEGUR)[0]), /rien de ce fichier/);
    await client.open(URI, VALID.replace('true', 'vrai'));
    assert.deepEqual(await client.diagnostics(URI), []);
  });

  it('follows the text of an open document before it is saved', async () => {
    files.set(REGULATION, BROKEN);
    await start();
    await client.open(REGULATION, BROKEN, 'json');
    await untilTold(REGULATION, /JSON valide/);
    await client.edit(REGULATION, BROKEN, '{}');
    await untilSilent(REGULATION);
    await client.edit(REGULATION, '{}', NO_DAY);
    await untilTold(REGULATION, /2026-02-30/);
    await client.close(REGULATION);
    await untilTold(REGULATION, /JSON valide/);
  });

  it('leaves to an editor that knows JSON what it underlines itself, and tells what no schema sees', async () => {
    files.set(REGULATION, MISSPELT);
    await start({ jsonIntegre: true });
    await untilTold(REGULATION, /echeance/);
    await client.open(REGULATION, MISSPELT, 'json');
    await untilSilent(REGULATION);
    await client.edit(REGULATION, MISSPELT, NO_DAY);
    await untilTold(REGULATION, /2026-02-30/);
    await client.edit(REGULATION, NO_DAY, BROKEN);
    await untilSilent(REGULATION);
    await client.close(REGULATION);
    await untilTold(REGULATION, /echeance/);
  });

  it('leaves to it a model that is none by its form, and tells one that does not exist', async () => {
    const choosing = (choice: string): string => `{ "fichiers": { "a.json": "${choice}" } }`;
    await start({ jsonIntegre: true });
    await client.open(SEGUR, choosing('MDV-LGC-Va9.avance'), 'json');
    await untilTold(SEGUR, /Va9/);
    await client.edit(SEGUR, 'MDV-LGC-Va9.avance', 'ignoré');
    await untilSilent(SEGUR);
  });

  it('is not wiped out where findings are pushed as well', async () => {
    files.set(REGULATION, BROKEN);
    await start({}, { ...FULL_CLIENT, textDocument: PUSHED });
    await client.open(REGULATION, BROKEN, 'json');
    await client.open(URI, VALID.replace('true', 'vrai'));
    await until('findings', () => toldOn(URI).length > 0);
    await untilTold(REGULATION, /JSON valide/);
    await client.close(REGULATION);
    await client.close(URI);
    await until('closed', () => toldOn(URI).length === 0);
    assert.equal(toldOn(REGULATION).length, 1);
  });

  it('is said in the language of the settings', async () => {
    files.set(REGULATION, BROKEN);
    client.settings = { langue: 'en' };
    await start();
    await untilTold(REGULATION, /nothing in this file is taken into account/);
  });

  it('is in the state of each file that the corrections are for, until they are applied', async () => {
    files.set(REGULATION, BROKEN);
    await start();
    await untilTold(REGULATION, /JSON valide/);
    await client.open(URI, VALID);
    const stateOf = async (uri: string): Promise<Etat['corrections']> => {
      await client.pull(uri);
      const etat = etats.findLast((one) => one.uri === uri);
      assert.ok(etat);
      return etat.corrections;
    };
    const state = await stateOf(URI);
    assert.equal(state?.texte, 'Dates et barèmes non pris en compte');
    assert.match(
      state?.detail ?? '',
      /^\.segur\/regulation\.json, ligne 2 : Ce fichier de réglages n.est pas un JSON valide/,
    );
    assert.deepEqual([state?.uri, state?.position], [REGULATION, { line: 1, character: 15 }]);
    const elsewhere = 'file:///ailleurs/mars.avance.json';
    await client.open(elsewhere, VALID);
    assert.equal(await stateOf(elsewhere), undefined);
    const other = `${FOLDER}/autre.json`;
    await client.open(other, '{ "autre": 1 }', 'json');
    assert.equal(await stateOf(other), undefined);
    const before = client.refreshes;
    await saved(REGULATION, '{}');
    await until('refresh', () => client.refreshes > before);
    assert.equal(await stateOf(URI), undefined);
  });
});
