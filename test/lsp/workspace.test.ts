import assert from 'node:assert/strict';
import {
  DidChangeWatchedFilesNotification,
  DidChangeConfigurationNotification,
  FileChangeType,
  WorkspaceDiagnosticRequest,
  type ClientCapabilities,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import { filesInMemory } from '../support/files-in-memory';
import { BROKEN, VALID } from '../support/liberal-request';
import { validFileOf } from '../support/valid-files';
import { LARGEST_FILE } from '../../server/src/lsp/workspace/closed-files';
import { eventually, FULL_CLIENT, LspClient, messageOf } from '../support/lsp-client';

const FOLDER = 'file:///depot';
const MARS = `${FOLDER}/mars.avance.json`;
const AVRIL = `${FOLDER}/sous-dossier/avril.avance.json`;
const OTHER = VALID.replace('LGC-0001', 'LGC-0102');
const ALONE = OTHER.replace('10000005479', '10000001239');
const RULE = 'beneficiaire-en-double-ailleurs';
const MISSING = 'avance-introuvable';

const CLIENT: ClientCapabilities = {
  ...FULL_CLIENT,
  textDocument: { ...FULL_CLIENT.textDocument, diagnostic: { relatedInformation: true } },
};

describe('files that are not open, over the protocol', () => {
  let client: LspClient;
  let files: Map<string, string>;
  let reading: readonly string[];
  /** What the client was told last of each file. */
  let told: Map<string, WorkspaceDocumentDiagnosticReport>;
  let asking: Promise<unknown>;

  beforeEach(() => {
    files = new Map([
      [MARS, VALID],
      [AVRIL, OTHER],
      [`${FOLDER}/package.json`, '{ "name": vrai }'],
    ]);
    const host = filesInMemory(files);
    reading = host.read;
    client = LspClient.inProcess(host);
    told = new Map();
    asking = Promise.resolve();
  });
  afterEach(async () => {
    await client.dispose();
    await asking;
  });

  const start = async (capabilities = CLIENT): Promise<void> => {
    await client.initialize({ capabilities, workspaceFolders: [{ uri: FOLDER, name: 'depot' }] });
  };
  /** Asks as VS Code does: one question that stays open, with partial answers, and again once it is answered. */
  const follow = (): void => {
    const token = 'partiel';
    const keep = ({ items }: Pick<WorkspaceDiagnosticReport, 'items'>): void => {
      for (const item of items) told.set(item.uri, item);
    };
    client.connection.onProgress(WorkspaceDiagnosticRequest.partialResult, token, keep);
    asking = client.connection
      .sendRequest(WorkspaceDiagnosticRequest.type, {
        identifier: 'segur',
        previousResultIds: [],
        partialResultToken: token,
      })
      .then(keep, () => undefined);
  };
  const codesTold = (uri: string): string | undefined => {
    const report = told.get(uri);
    return report?.kind === 'full' ? report.items.map(({ code }) => code).join() : undefined;
  };
  const until = (uri: string, codes: string): Promise<unknown> =>
    eventually(`${uri} has [${codes}], it has [${codesTold(uri)}]`, () =>
      codesTold(uri) === codes ? true : undefined,
    );
  const untilMissing = (uri: string, isMissing: boolean): Promise<unknown> =>
    eventually(`an avance ${isMissing ? 'is' : 'is not'} missing`, () =>
      told.has(uri) && codesTold(uri)?.split(',').includes(MISSING) === isMissing ? true : undefined,
    );
  const changed = (uri: string, type: FileChangeType = FileChangeType.Changed): Promise<void> =>
    client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri, type }] });
  const codesOf = async (uri: string): Promise<unknown[]> =>
    (await client.diagnostics(uri)).map(({ code }) => code);

  it('says what other files bring to one that is not open, with a link, and follows the disk', async () => {
    await start();
    follow();
    await until(MARS, RULE);
    await until(AVRIL, RULE);
    const report = told.get(MARS);
    assert.ok(report?.kind === 'full');
    const [related] = report.items[0]?.relatedInformation ?? [];
    assert.equal(related?.location.uri, AVRIL);
    assert.deepEqual(related?.location.range, report.items[0]?.range, 'the same place in both');
    assert.match(messageOf(report.items[0]), /avril\.avance\.json/);
    assert.ok(!told.has(`${FOLDER}/package.json`));

    files.set(AVRIL, ALONE);
    await changed(AVRIL);
    await until(MARS, '');
    await until(AVRIL, '');
    files.set(AVRIL, BROKEN);
    await changed(AVRIL);
    await until(AVRIL, `litteral-invalide,${RULE}`);
    files.delete(AVRIL);
    await changed(AVRIL, FileChangeType.Deleted);
    await until(AVRIL, '');
    await until(MARS, '');
    files.set(AVRIL, OTHER);
    await changed(AVRIL, FileChangeType.Created);
    await until(MARS, RULE);
  });

  it('D05 M05 holds a file that is not open against the manifest beside it', async () => {
    files.clear();
    const limit = '18/08/2025';
    const avance = validFileOf('HOP-DPI-Va2', 1).replace(
      /"dateSignature": "[^"]*"/,
      `"dateSignature": "${limit}"`,
    );
    const manifest = (jour: string): string =>
      `{ "sons": "HOP-DPI-Va2", "etapes": { "depotPreuves": { "dateDossierComplet": "${jour}" } } }`;
    const beside = `${FOLDER}/dpi.candidature.json`;
    files.set(MARS, avance).set(AVRIL, avance.replace('REF-0001', 'REF-0009'));
    // The order is signed 121 days before.
    files.set(beside, manifest('17/12/2025'));
    await start();
    follow();
    const codes = (uri: string): readonly string[] => codesTold(uri)?.split(',') ?? [];
    const untilTold = (isTooOld: boolean): Promise<unknown> =>
      eventually(`the order is${isTooOld ? '' : ' not'} too old: ${codes(MARS).join()}`, () =>
        told.has(MARS) && told.has(AVRIL) && codes(MARS).includes('bdc-120-jours') === isTooOld
          ? true
          : undefined,
      );
    await untilTold(true);
    assert.ok(!codes(AVRIL).includes('bdc-120-jours'), 'a folder below has manifests of its own');
    files.set(beside, manifest('16/12/2025'));
    await changed(beside);
    await untilTold(false);
  });

  it('tells of a manifest that is not open, and follows the disk', async () => {
    const manifest = `${FOLDER}/db.candidature.json`;
    files.set(manifest, '{ "sons": "IMG-DB-Va9" }');
    await start();
    follow();
    await until(manifest, 'valeur-hors-liste');
    files.set(manifest, '{ "sons": "IMG-DB-Va2" }');
    await changed(manifest);
    await until(manifest, '');
    assert.equal(codesTold(MARS), RULE, 'it is no other file of requests');
  });

  it('holds the question while nothing changes, and does not tell again what is known', async () => {
    await start();
    follow();
    await until(MARS, RULE);
    await until(AVRIL, RULE);
    const previousResultIds = [...told.values()].map(({ uri, resultId }) => ({ uri, value: resultId ?? '' }));
    let isAnswered = false;
    const second = client.connection
      .sendRequest(WorkspaceDiagnosticRequest.type, { identifier: 'segur', previousResultIds })
      .finally(() => (isAnswered = true));
    await client.pull(MARS);
    assert.equal(isAnswered, false);
    files.set(MARS, VALID.replace('LGC-0001', 'LGC-0009'));
    await changed(MARS);
    assert.ok((await second).items.some(({ uri, kind }) => uri === MARS && kind === 'full'));
  });

  it('the text of an open document wins over the disk; once it is closed, the disk counts again', async () => {
    await start();
    await client.open(MARS, VALID);
    follow();
    await until(AVRIL, RULE);
    assert.deepEqual(await codesOf(MARS), [RULE]);
    await client.edit(MARS, '10000005479', '10000001239');
    assert.deepEqual(await codesOf(MARS), []);
    await until(AVRIL, '');
    assert.equal(codesTold(MARS), undefined, 'the open file is answered on its own');
    await client.close(MARS);
    await until(AVRIL, RULE);
    await until(MARS, RULE);
  });

  it('an open document is asked again when a file that is not open changes', async () => {
    await start();
    await client.open(MARS, VALID);
    await eventually('both known', () => (reading.includes(AVRIL) ? true : undefined));
    await eventually('refresh', () => (client.refreshes > 1 ? true : undefined));
    const { resultId } = await client.pull(MARS);
    assert.equal((await client.pull(MARS, resultId)).kind, 'unchanged');
    const before = client.refreshes;
    files.set(AVRIL, ALONE);
    await changed(AVRIL);
    await eventually('refresh', () => (client.refreshes > before ? true : undefined));
    const report = await client.pull(MARS, resultId);
    assert.deepEqual(report.kind === 'full' && report.items, []);
  });

  it('tells one file under two spellings of its URI apart from no other', async () => {
    files = files.set(`${FOLDER}/mars (1).avance.json`, ALONE);
    await start();
    await client.open(`${FOLDER}/mars%20%281%29.avance.json`, ALONE);
    await client.open(AVRIL, ALONE);
    assert.deepEqual(await codesOf(AVRIL), [RULE]);
    await client.change(AVRIL, [
      {
        range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
        newText: OTHER.replace('10000005479', '10001234563'),
      },
    ]);
    assert.deepEqual(await codesOf(`${FOLDER}/mars%20%281%29.avance.json`), []);
  });

  it('the old side of a comparison is no other file', async () => {
    await start();
    await client.open('git:/depot/juin.avance.json?old', ALONE);
    await client.open(`${FOLDER}/juin.avance.json`, ALONE);
    assert.deepEqual(await codesOf(`${FOLDER}/juin.avance.json`), []);
    assert.deepEqual(await codesOf('git:/depot/juin.avance.json?old'), []);
  });

  it('reads nothing beside the open documents when segur.dossierEntier is off', async () => {
    client.settings = { dossierEntier: false };
    await start();
    await client.open(MARS, VALID);
    await eventually('refresh', () => (client.refreshes > 0 ? true : undefined));
    assert.deepEqual(await codesOf(MARS), []);
    assert.ok(!reading.includes(AVRIL));
    client.settings = {};
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await eventually('read', () => (reading.includes(AVRIL) ? true : undefined));
  });

  it('A05 says that an avance is missing once all files are read, and follows the avance that comes', async () => {
    const [solde, avance] = [`${FOLDER}/mai.solde.json`, `${FOLDER}/mars/un.avance.json`];
    files.clear();
    files.set(solde, validFileOf('HOP-DPI-Va2', 1, 'solde'));
    files.set(avance, validFileOf('HOP-DPI-Va2', 1).replace('REF-0001', 'REF-0009'));
    await start();
    follow();
    await untilMissing(solde, true);
    files.set(avance, validFileOf('HOP-DPI-Va2', 1));
    await changed(avance);
    await untilMissing(solde, false);
    files.delete(avance);
    await changed(avance, FileChangeType.Deleted);
    await untilMissing(solde, false);
    files.set(avance, validFileOf('HOP-DPI-Va2', 2).replace('REF-0001', 'REF-0009'));
    await changed(avance, FileChangeType.Created);
    await untilMissing(solde, true);
  });

  it('A05 says of no avance that it is missing while a file was not read', async () => {
    const [solde, avance] = [`${FOLDER}/mai.solde.json`, `${FOLDER}/un.avance.json`];
    const large = `${FOLDER}/grand.avance.json`;
    files.set(solde, validFileOf('HOP-DPI-Va2', 1, 'solde'));
    files.set(avance, validFileOf('HOP-DPI-Va2', 1).replace('REF-0001', 'REF-0009'));
    files.set(large, ' '.repeat(LARGEST_FILE + 1));
    await start();
    follow();
    await until(MARS, RULE);
    await until(AVRIL, RULE);
    files.set(AVRIL, ALONE);
    await changed(AVRIL);
    await until(AVRIL, '');
    await untilMissing(solde, false);
    files.set(large, VALID.replaceAll('10000005479', '10001234563'));
    await changed(large);
    await untilMissing(solde, true);
  });

  it('a client that does not pull is told of its open files only', async () => {
    await start({ ...FULL_CLIENT, textDocument: { publishDiagnostics: { relatedInformation: true } } });
    await client.open(MARS, VALID);
    const last = (): unknown =>
      client.published
        .findLast(({ uri }) => uri === MARS)
        ?.diagnostics.map(({ code }) => code)
        .join();
    await eventually('double', () => (last() === RULE ? true : undefined));
    files.set(AVRIL, ALONE);
    await changed(AVRIL);
    await eventually('single', () => (last() === '' ? true : undefined));
    assert.ok(client.published.every(({ uri }) => uri === MARS));
  });
});
