import assert from 'node:assert/strict';
import {
  DefinitionRequest,
  DidChangeWatchedFilesNotification,
  DocumentLinkRequest,
  FileChangeType,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  WorkspaceSymbolRequest,
  type Location,
  type Position,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { filesInMemory } from '../support/files-in-memory';
import { VALID } from '../support/liberal-request';
import { eventually, LspClient } from '../support/lsp-client';

const FOLDER = 'file:///depot';
const MARS = `${FOLDER}/mars.avance.json`;
const AVRIL = `${FOLDER}/avril.avance.json`;
const OTHER = VALID.replace('LGC-0001', 'LGC-0102').replace('Médecin (fictif)', 'Docteure Hélianthe');

describe('navigation over the protocol', () => {
  let client: LspClient;
  let files: Map<string, string>;
  beforeEach(async () => {
    files = new Map([
      [MARS, VALID],
      [AVRIL, OTHER],
      [`${FOLDER}/pieces/bdc-0001.pdf`, ''],
    ]);
    const host = filesInMemory(files);
    client = LspClient.inProcess(host);
    await client.initialize({ workspaceFolders: [{ uri: FOLDER, name: 'depot' }] });
    await client.open(MARS, VALID);
    await eventually('both read', () => (host.read.includes(AVRIL) ? true : undefined));
    await eventually('known', () => (client.refreshes > 1 ? true : undefined));
  });
  afterEach(() => client.dispose());

  const at = (needle: string): { textDocument: { uri: string }; position: Position } => ({
    textDocument: { uri: MARS },
    position: client.text(MARS).positionAt(client.text(MARS).getText().indexOf(needle) + 1),
  });
  const textAt = ({ uri, range }: Location): string => {
    const document = TextDocument.create(uri, 'json', 0, files.get(uri) ?? '');
    return document.getText(range);
  };
  const rename = (newName: string) =>
    client.connection.sendRequest(RenameRequest.type, { ...at('LGC-0001'), newName });

  it('finds the references of a number in every file, and nothing where there is nothing to look for', async () => {
    const context = { includeDeclaration: true };
    const found = await client.connection.sendRequest(ReferencesRequest.type, {
      ...at('10000005479'),
      context,
    });
    assert.deepEqual(found?.map(({ uri }) => uri).toSorted(), [AVRIL, MARS]);
    assert.deepEqual(found?.map(textAt), ['"10000005479"', '"10000005479"']);
    for (const needle of ['VAGUE_2', 'assujettiTVA']) {
      const none = await client.connection.sendRequest(ReferencesRequest.type, { ...at(needle), context });
      assert.deepEqual(none, [], needle);
    }
  });

  it('leads from a reference to its avance', async () => {
    const found = await client.connection.sendRequest(DefinitionRequest.type, at('LGC-0001'));
    assert.deepEqual(
      (found as Location[]).map((location) => [location.uri, textAt(location)]),
      [[MARS, '"LGC-0001"']],
    );
  });

  it('finds requests by number, by name and by reference, what was found in the name', async () => {
    for (const [query, expected] of [
      ['0102', ['LGC-0102 · Docteure Hélianthe · RPPS 10000005479']],
      ['hélianthe', ['LGC-0102 · Docteure Hélianthe · RPPS 10000005479']],
      [
        '10000005479',
        [
          'LGC-0001 · Médecin (fictif) · RPPS 10000005479',
          'LGC-0102 · Docteure Hélianthe · RPPS 10000005479',
        ],
      ],
      ['nulle part', []],
      ['', []],
    ] as const) {
      const found = await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query });
      assert.deepEqual(found?.map(({ name }) => name).toSorted(), expected, query);
    }
  });

  it('renames a reference; refuses a name that is empty or taken, and other places', async () => {
    const prepared = await client.connection.sendRequest(PrepareRenameRequest.type, at('LGC-0001'));
    assert.ok(prepared && 'placeholder' in prepared);
    assert.equal(client.text(MARS).getText(prepared.range), 'LGC-0001');
    assert.equal(await client.connection.sendRequest(PrepareRenameRequest.type, at('10000005479')), null);
    const edit = await rename('LGC-"9"');
    assert.deepEqual(
      edit?.documentChanges?.map((change) => 'edits' in change && change.edits.length),
      [1],
    );
    const [change] = edit?.documentChanges ?? [];
    assert.ok(change && 'edits' in change);
    assert.deepEqual(change.textDocument, { uri: MARS, version: 1 });
    const text = TextDocument.applyEdits(client.text(MARS), change.edits as never);
    assert.equal(text, VALID.replace('"LGC-0001"', '"LGC-\\"9\\""'));
    await assert.rejects(rename('  '), /vide/);
    await assert.rejects(rename('LGC-0102'), /avril\.avance\.json/);
  });

  it('links attachments that exist to their files', async () => {
    const textDocument = { uri: MARS };
    const [link] = (await client.connection.sendRequest(DocumentLinkRequest.type, { textDocument })) ?? [];
    assert.equal(link?.target, `${FOLDER}/pieces/bdc-0001.pdf`);
    assert.equal(link && client.text(MARS).getText(link.range), 'bdc-0001.pdf');
    const piece = `${FOLDER}/pieces/bdc-0001.pdf`;
    files.delete(piece);
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: piece, type: FileChangeType.Deleted }],
    });
    assert.deepEqual(await client.connection.sendRequest(DocumentLinkRequest.type, { textDocument }), []);
  });
});
