import assert from 'node:assert/strict';
import {
  CodeActionRequest,
  CodeActionResolveRequest,
  TextDocumentEdit,
  type CodeAction,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { FULL_CLIENT, LspClient } from '../support/lsp-client';
import { BROKEN, VALID } from '../support/liberal-request';

const URI = 'file:///depot/mars.avance.json';
const TWICE = BROKEN.replace('"signatureElectronique": true', '"signatureElectronique": True');

describe('code actions over the protocol', () => {
  let client: LspClient;
  beforeEach(async () => {
    client = LspClient.inProcess();
    await client.initialize({ initializationOptions: { clientSegur: true } });
    await client.open(URI, TWICE);
  });
  afterEach(() => client.dispose());

  const at = async (needle: string, only?: string[]): Promise<CodeAction[]> => {
    const document = client.text(URI);
    const offset = document.getText().indexOf(needle);
    const range = { start: document.positionAt(offset), end: document.positionAt(offset) };
    const context = { diagnostics: [], ...(only && { only }) };
    const actions = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: URI },
      range,
      context,
    });
    return (actions ?? []) as CodeAction[];
  };
  const applied = (action: CodeAction | undefined): string => {
    const [change] = action?.edit?.documentChanges ?? [];
    assert.ok(change && TextDocumentEdit.is(change), 'the action has an edit');
    assert.equal(change.textDocument.version, client.text(URI).version);
    return TextDocument.applyEdits(
      client.text(URI),
      change.edits.filter((edit) => 'newText' in edit),
    );
  };
  const resolve = (action: CodeAction | undefined): Promise<CodeAction> => {
    assert.ok(action);
    return client.connection.sendRequest(CodeActionResolveRequest.type, action);
  };

  it('mends the finding under the cursor, and nothing else', async () => {
    const [fix] = await at('vrai');
    assert.equal(fix?.kind, 'quickfix');
    assert.equal(fix.isPreferred, true);
    assert.equal(fix.diagnostics?.[0]?.code, 'litteral-invalide');
    assert.equal(applied(fix), TWICE.replace('vrai', 'true'));
  });

  it('mends all of this kind', async () => {
    const action = (await at('vrai')).find(({ data }) => data !== undefined);
    assert.equal(applied(await resolve(action)), TWICE.replace('vrai', 'true').replace('True', 'true'));
  });

  it('offers the page of the rule to our own client', async () => {
    const action = (await at('vrai')).find(({ command }) => command?.command === 'segur.afficherRegle');
    assert.deepEqual(action?.command?.arguments, ['litteral-invalide']);
  });

  it('applies every safe fix as source.fixAll.segur, only when asked for', async () => {
    assert.ok((await at('vrai')).every(({ kind }) => kind === 'quickfix'));
    for (const only of ['source.fixAll', 'source.fixAll.segur', 'source']) {
      const [action, ...others] = await at('{', [only]);
      assert.deepEqual(others, []);
      assert.equal(action?.kind, 'source.fixAll.segur');
      assert.equal(applied(await resolve(action)), TWICE.replace('vrai', 'true').replace('True', 'true'));
    }
    assert.deepEqual(await at('vrai', ['source.organizeImports']), []);
  });

  it('gives an action without an edit when the text has changed since', async () => {
    const [action] = await at('{', ['source.fixAll.segur']);
    await client.edit(URI, 'vrai', 'true');
    assert.equal((await resolve(action)).edit, undefined);
  });

  it('gives whole edits to a client that does not resolve', async () => {
    const plain = LspClient.inProcess();
    await plain.initialize({ capabilities: { ...FULL_CLIENT, textDocument: { diagnostic: {} } } });
    await plain.open(URI, TWICE);
    const position = plain.text(URI).positionAt(TWICE.indexOf('vrai'));
    const actions = await plain.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: URI },
      range: { start: position, end: position },
      context: { diagnostics: [] },
    });
    assert.ok(actions?.every((action) => 'edit' in action && action.edit));
    await plain.dispose();
  });
});

describe('mending all of a kind that is a guess', () => {
  it('says so, and mends by guesses only where the rule has no safe fix', async () => {
    const client = LspClient.inProcess();
    await client.initialize();
    const twice = VALID.replace('"dateSignature": "12/03/2026"', '"dateSignature": "12/03/26"').replace(
      '"aidesDeMinimis": []',
      '"aidesDeMinimis": [{ "dateAttribution": "01/02/22", "montantAides": 3.00 }]',
    );
    await client.open(URI, twice);
    const position = client.text(URI).positionAt(twice.indexOf('12/03/26'));
    const actions = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: URI },
      range: { start: position, end: position },
      context: { diagnostics: [] },
    });
    const all = (actions as CodeAction[]).find(({ data }) => data !== undefined);
    assert.match(all?.title ?? '', /\(à vérifier\)$/);
    assert.ok(all);
    const { edit } = await client.connection.sendRequest(CodeActionResolveRequest.type, all);
    const [change] = edit?.documentChanges ?? [];
    assert.ok(change && TextDocumentEdit.is(change));
    const mended = TextDocument.applyEdits(
      client.text(URI),
      change.edits.filter((e) => 'newText' in e),
    );
    assert.match(mended, /"01\/02\/2022"[^]*"12\/03\/2026"/);
    await client.dispose();
  });
});
