import assert from 'node:assert/strict';
import {
  DidChangeConfigurationNotification,
  DocumentDiagnosticRequest,
  FoldingRangeRequest,
  LSPErrorCodes,
  ResponseError,
  type Diagnostic,
} from 'vscode-languageserver/node';
import { largeSample } from '../../scripts/make-large-sample.mjs';
import { analyse } from '../../server/src/analysis/analyse';
import { eventually, FULL_CLIENT, LspClient, messageOf } from '../support/lsp-client';
import { BROKEN, VALID } from '../support/liberal-request';

const URI = 'file:///depot/mars.avance.json';
const PUSH_CLIENT = { ...FULL_CLIENT, textDocument: {} };

const codes = (diagnostics: readonly Diagnostic[]): unknown[] => diagnostics.map(({ code }) => code);

describe('diagnostics over the protocol', () => {
  let client: LspClient;
  beforeEach(() => {
    client = LspClient.inProcess();
  });
  afterEach(() => client.dispose());

  it('starts for a client that says nothing about itself', async () => {
    const { capabilities } = await client.initialize({ capabilities: {} });
    assert.equal(capabilities.hoverProvider, true);
    assert.equal(capabilities.diagnosticProvider, undefined, 'no pull for a client without it');
    await client.open(URI, BROKEN);
    const { diagnostics, version } = await eventually('push', () => client.published.at(-1));
    assert.equal(version, 1);
    assert.deepEqual(codes(diagnostics), ['litteral-invalide']);
  });

  it('answers a pull, and says when nothing changed', async () => {
    const { capabilities } = await client.initialize();
    assert.deepEqual(capabilities.diagnosticProvider, {
      identifier: 'segur',
      interFileDependencies: true,
      workspaceDiagnostics: true,
    });
    await client.open(URI, BROKEN);
    const report = await client.pull(URI);
    assert.equal(report.kind, 'full');
    assert.deepEqual(codes(report.items), ['litteral-invalide']);
    assert.equal((await client.pull(URI, report.resultId)).kind, 'unchanged');
    await client.edit(URI, 'vrai', 'true');
    assert.deepEqual(await client.diagnostics(URI), []);
    assert.deepEqual(client.published, [], 'never pull and push at once');
  });

  it('goes on with a check while the client tells the settings that it began with, and begins anew with others', async () => {
    await client.initialize();
    await eventually('start', () => (client.refreshes > 0 ? true : undefined));
    const tell = (): Promise<void> =>
      client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    // Large enough: the client is asked for its settings, and answers, many steps before the check is at its end.
    const text = largeSample(2000);
    const checked = async (uri: string): Promise<boolean> => {
      await client.open(uri, text);
      const report = client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
      await tell();
      return report.then(
        () => true,
        (error: unknown) => {
          assert.ok(error instanceof ResponseError && error.code === LSPErrorCodes.ServerCancelled);
          return false;
        },
      );
    };
    assert.equal(await checked(URI), true);
    client.settings = { langue: 'en' };
    assert.equal(await checked('file:///depot/avril.avance.json'), false);
  });

  it('goes on with the first check where the folder turns out to hold nothing', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await client.dispose();
    client = LspClient.inProcess({ readFolder: () => held.then(() => []) });
    await client.initialize({ workspaceFolders: [{ uri: 'file:///depot', name: 'depot' }] });
    await client.open(URI, largeSample(600));
    const first = client.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri: URI },
    });
    // What is asked for behind it is answered while it is under way.
    const other = { textDocument: { uri: 'file:///depot/autre.json' } };
    await client.connection.sendRequest(FoldingRangeRequest.type, other);
    release();
    await eventually('the folder was read', () => (client.refreshes > 0 ? true : undefined));
    assert.equal((await first).kind, 'full');
  });

  it('pushes each result with the version that it was computed for, and nothing stale', async () => {
    await client.initialize({ capabilities: PUSH_CLIENT });
    await client.open(URI, VALID);
    const texts = new Map([[1, VALID]]);
    for (let round = 0; round < 40; round++) {
      const version = await client.edit(
        URI,
        round % 2 === 0 ? 'true' : 'vrai',
        round % 2 === 0 ? 'vrai' : 'true',
      );
      texts.set(version, client.text(URI).getText());
    }
    await eventually('last version', () => client.published.find(({ version }) => version === 41));
    const versions = client.published.map(({ version }) => version ?? 0);
    assert.deepEqual(
      versions,
      versions.toSorted((a, b) => a - b),
      'versions only grow',
    );
    for (const { version, diagnostics } of client.published) {
      const text = texts.get(version ?? 0) ?? '';
      const fresh = analyse({ name: 'mars.avance.json', text }).findings.map(({ finding }) => finding.code);
      assert.deepEqual(codes(diagnostics), fresh, `version ${version}`);
    }
  });

  it('takes its findings back when the file is closed', async () => {
    await client.initialize({ capabilities: PUSH_CLIENT });
    await client.open(URI, BROKEN);
    await eventually('push', () => client.published.at(-1));
    await client.close(URI);
    await eventually('cleared', () => (client.published.at(-1)?.diagnostics.length === 0 ? true : undefined));
  });

  it('reports nothing on another JSON', async () => {
    await client.initialize();
    await client.open('file:///projet/package.json', '{ "name": vrai, "demandes": 1 }', 'json');
    assert.deepEqual(await client.diagnostics('file:///projet/package.json'), []);
  });

  it('does not repeat what the editor itself says of a `json` document, and only there', async () => {
    const text = VALID.replace('"sons"', '"sons": "MDV-LGC-Va2", "sons"').replace('true', 'vrai');
    await client.initialize({ initializationOptions: { jsonIntegre: true } });
    await client.open('file:///export.json', text, 'json');
    assert.deepEqual(codes(await client.diagnostics('file:///export.json')), ['litteral-invalide']);
    await client.open(URI, text.replace('10000005479', '10000001239'));
    assert.deepEqual(codes(await client.diagnostics(URI)).toSorted(), ['cle-dupliquee', 'litteral-invalide']);
  });

  it('takes a file that is opened again for a new one, though its version is the same', async () => {
    await client.initialize();
    await client.open(URI, BROKEN);
    const { resultId } = await client.pull(URI);
    await client.close(URI);
    await client.open(URI, VALID);
    const report = await client.pull(URI, resultId);
    assert.deepEqual(report.kind === 'full' && report.items, []);
  });

  it('recovers when the text does', async () => {
    await client.initialize();
    const document = await client.open(URI, VALID);
    const whole = { start: document.positionAt(0), end: document.positionAt(VALID.length) };
    await client.change(URI, [
      { range: { start: document.positionAt(VALID.length >> 1), end: whole.end }, newText: '' },
    ]);
    assert.notDeepEqual(await client.diagnostics(URI), []);
    const cut = client.text(URI);
    const all = { start: cut.positionAt(0), end: cut.positionAt(cut.getText().length) };
    await client.change(URI, [{ range: all, newText: VALID }]);
    assert.deepEqual(await client.diagnostics(URI), []);
  });

  it('shows at most 100 findings of a rule and says how many are behind', async () => {
    await client.initialize();
    const aide = '{ "dateAttribution": "01/02/2022", "montantAides": "3" }';
    await client.open(
      URI,
      VALID.replace('"aidesDeMinimis": []', `"aidesDeMinimis": [${Array(137).fill(aide).join(',')}]`),
    );
    const diagnostics = await client.diagnostics(URI);
    assert.equal(diagnostics.length, 100);
    assert.match(messageOf(diagnostics.at(-1)), /37/);
  });
});
