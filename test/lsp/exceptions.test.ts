import assert from 'node:assert/strict';
import {
  CodeActionRequest,
  DidChangeWatchedFilesNotification,
  TextDocumentEdit,
  WorkspaceDiagnosticRequest,
  type CodeAction,
  type Diagnostic,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readWorkspaceSettings } from '../../server/src/analysis/workspace-settings';
import { EXCEPTIONS, type ExceptionEcrite } from '../../server/src/lsp/protocol';
import { momentOf } from '../support/fixture';
import { eventually, FULL_CLIENT, LspClient, messageOf } from '../support/lsp-client';
import { validFileOf } from '../support/valid-files';

const FOLDER = 'file:///d%C3%A9pot';
const SEGUR = `${FOLDER}/.segur/segur.json`;
const URI = `${FOLDER}/mars%20a.avance.json`;
/** The same slip in each of two requests. */
const TEXT = validFileOf('MDV-LGC-Va2', 2).replaceAll('"12/09/2025"', '"2025-09-12"');
const EXCEPTION = {
  fichier: 'mars a.avance.json',
  regle: 'date-format',
  demande: 'REF-0002',
  motif: 'Accord du 05/03/2026',
  jusquau: '31/12/2026',
};
const withExceptions = (...others: readonly object[]): string =>
  JSON.stringify({ exceptions: others.map((other) => ({ ...EXCEPTION, ...other })) }, null, 2);

describe('exceptions over the protocol', () => {
  let client: LspClient;
  let files: Map<string, string>;
  beforeEach(() => {
    files = new Map();
    client = LspClient.inProcess({
      readFile: (uri) => Promise.resolve(files.get(uri)),
      listFiles: (folder) =>
        Promise.resolve(
          [...files]
            .filter(([uri]) => uri.startsWith(`${folder}/`) && uri.endsWith('.avance.json'))
            .map(([uri, { length }]) => ({
              chemin: decodeURIComponent(uri.slice(folder.length + 1)),
              taille: length,
            })),
        ),
      now: () => momentOf('2026-03-05T10:00'),
    });
  });
  afterEach(() => client.dispose());

  const start = async (
    settings: string | undefined,
    options: object = { clientSegur: true },
  ): Promise<void> => {
    if (settings !== undefined) files.set(SEGUR, settings);
    await client.initialize({
      initializationOptions: options,
      workspaceFolders: [{ uri: FOLDER, name: 'dépot' }],
      capabilities: {
        ...FULL_CLIENT,
        workspace: {
          ...FULL_CLIENT.workspace,
          workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
        },
      },
    });
    await eventually('the folder is read', () => (client.refreshes > 0 ? true : undefined));
  };
  const linesOf = async (): Promise<number[]> =>
    (await client.diagnostics(URI)).map(({ range }) => range.start.line);
  const toldOn = (uri: string): readonly Diagnostic[] =>
    client.published.findLast((published) => published.uri === uri)?.diagnostics ?? [];
  const untilTold = (code: string): Promise<Diagnostic> =>
    eventually(code, () => toldOn(SEGUR).find((one) => one.code === code));
  const actionsAt = async (uri: string, needle: string): Promise<CodeAction[]> => {
    const document = client.text(uri);
    const position = document.positionAt(document.getText().lastIndexOf(needle));
    const actions = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range: { start: position, end: position },
      context: { diagnostics: [] },
    });
    return (actions ?? []) as CodeAction[];
  };
  const titled = (actions: readonly CodeAction[], title: RegExp): CodeAction => {
    const found = actions.find((action) => title.test(action.title));
    assert.ok(found, actions.map(({ title: one }) => one).join('\n'));
    return found;
  };
  const appliedTo = (document: TextDocument, action: CodeAction): string => {
    const edits = (action.edit?.documentChanges ?? []).filter((change) => TextDocumentEdit.is(change));
    assert.equal(edits.length, 1);
    const [change] = edits;
    assert.ok(change);
    return TextDocument.applyEdits(
      document,
      change.edits.filter((edit) => 'newText' in edit),
    );
  };

  it('hide one rule in one request, in an open file and in one that is not', async () => {
    files.set(URI, TEXT);
    await start(withExceptions({}));
    const { items } = await client.connection.sendRequest(WorkspaceDiagnosticRequest.type, {
      identifier: 'segur',
      previousResultIds: [],
    });
    assert.deepEqual(
      items.map((report) => report.kind === 'full' && report.items.length),
      [1],
    );
    await client.open(URI, TEXT);
    assert.equal((await linesOf()).length, 1);
    files.set(SEGUR, '{}');
    const before = client.refreshes;
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [] });
    await eventually('refresh', () => (client.refreshes > before ? true : undefined));
    assert.equal((await linesOf()).length, 2);
  });

  it('one that is over is told on the settings file, with its two ways out', async () => {
    const text = withExceptions({ jusquau: '04/03/2026' });
    await start(text);
    await client.open(URI, TEXT);
    assert.equal((await linesOf()).length, 2);
    const told = await untilTold('exception-perimee');
    assert.equal(told.severity, 2);
    assert.match(messageOf(told), /04\/03\/2026/);
    await client.open(SEGUR, text, 'json');
    const actions = await actionsAt(SEGUR, 'jusquau');
    const removed = appliedTo(client.text(SEGUR), titled(actions, /^Retirer/));
    assert.deepEqual(JSON.parse(removed), { exceptions: [] });
    const prolonged = appliedTo(client.text(SEGUR), titled(actions, /^Prolonger.*03\/06\/2026/));
    assert.deepEqual(JSON.parse(prolonged), { exceptions: [{ ...EXCEPTION, jusquau: '03/06/2026' }] });
  });

  it('one that accepts nothing is told once its file is checked, and no more once it does', async () => {
    const text = withExceptions({}, { demande: 'REF-0001', regle: 'siren-invalide' });
    await start(text);
    await client.open(URI, TEXT);
    await linesOf();
    const told = await untilTold('exception-inutile');
    assert.deepEqual([toldOn(SEGUR).length, told.severity, told.tags], [1, 3, [1]]);
    assert.match(messageOf(told), /« REF-0001 »/);
    await client.edit(URI, 'REF-0002', 'REF-0009');
    await linesOf();
    await eventually('both', () => (toldOn(SEGUR).length === 2 ? true : undefined));
    await client.edit(URI, 'REF-0009', 'REF-0002');
    await linesOf();
    await eventually('one again', () => (toldOn(SEGUR).length === 1 ? true : undefined));
  });

  it('nothing is said of the use of one whose file cannot be read to its end, or needs a base that is not there', async () => {
    await start(
      withExceptions(
        { regle: 'siren-invalide' },
        { regle: 'finess-ineligible' },
        { demande: 'X', jusquau: '01/01/2020' },
      ),
    );
    await client.open(URI, TEXT.replace(/\}\s*$/, ''));
    await linesOf();
    await untilTold('exception-perimee');
    assert.equal(toldOn(SEGUR).length, 1);
  });

  it('our client is given what to ask for; another one an entry to fill in, in a new file or in the one there is', async () => {
    await start(undefined);
    await client.open(URI, TEXT);
    const ours = titled(await actionsAt(URI, '2025-09-12'), /^Accepter ici avec un motif….*demande REF-0002/);
    assert.deepEqual(ours.command?.arguments, [
      { uri: URI, regle: 'date-format', demande: 'REF-0002', jusquau: '03/06/2026' },
    ]);
    const other = LspClient.inProcess({
      readFile: (uri) => Promise.resolve(files.get(uri)),
      now: () => momentOf('2026-03-05T10:00'),
    });
    const first = client;
    client = other;
    try {
      await start(undefined, {});
      await client.open(URI, TEXT);
      const created = titled(await actionsAt(URI, '2025-09-12'), /^Accepter ici/);
      assert.deepEqual(
        created.edit?.documentChanges?.map((change) => ('kind' in change ? change.kind : 'edit')),
        ['create', 'edit'],
      );
      const text = appliedTo(TextDocument.create(SEGUR, 'json', 0, ''), created);
      assert.equal(readWorkspaceSettings(text).problem?.message.key, 'reglages.exception.motif');
      const filled = text.replace('"motif": ""', '"motif": "Vu"');
      assert.equal(readWorkspaceSettings(filled).exceptions[0]?.exception.motif, 'Vu');
      const known = withExceptions({});
      await client.open(SEGUR, known, 'json');
      const added = appliedTo(
        client.text(SEGUR),
        titled(await actionsAt(URI, '2025-09-12'), /^Accepter ici/),
      );
      assert.equal((JSON.parse(added) as { exceptions: unknown[] }).exceptions.length, 2);
      assert.ok(added.startsWith(known.slice(0, known.indexOf('}') + 1)), 'what was there is untouched');
    } finally {
      await other.dispose();
      client = first;
    }
  });

  it('a slip of syntax is never accepted, nor is anything in a file of no folder', async () => {
    await start(undefined);
    await client.open(URI, TEXT.replace('"2025-09-12"', 'vrai'));
    const here = await actionsAt(URI, 'vrai');
    assert.ok(here.length > 0 && here.every(({ title }) => !title.startsWith('Accepter')));
    const loose = 'file:///ailleurs/a.avance.json';
    await client.open(loose, TEXT);
    const there = await actionsAt(loose, '2025-09-12');
    assert.ok(there.length > 0 && there.every(({ title }) => !title.startsWith('Accepter')));
  });

  it('are listed with their place, their reason and their state', async () => {
    await start(withExceptions({}, { demande: undefined, jusquau: '04/03/2026' }));
    await client.open(URI, TEXT);
    await linesOf();
    const listed = await client.connection.sendRequest<ExceptionEcrite[]>(EXCEPTIONS);
    assert.deepEqual(
      listed.map(({ etat, portee, position }) => [etat, portee, position.line]),
      [
        ['en-vigueur', 'mars a.avance.json, demande REF-0002', 2],
        ['perimee', 'mars a.avance.json, tout le fichier', 9],
      ],
    );
    assert.match(listed[0]?.detail ?? '', /^Accord du 05\/03\/2026 · jusqu'au 31\/12\/2026 · en vigueur$/);
  });

  it('the severities of a folder win over those of the editor, its families included', async () => {
    client.settings = { regles: { 'date-format': 'indice' }, familles: { valeurs: 'information' } };
    await start('{ "familles": { "valeurs": "avertissement" } }');
    await client.open(URI, TEXT);
    const severities = async (): Promise<unknown[]> => [
      ...new Set((await client.diagnostics(URI)).map(({ severity }) => severity)),
    ];
    assert.deepEqual(await severities(), [2]);
    const change = async (text: string): Promise<void> => {
      files.set(SEGUR, text);
      const before = client.refreshes;
      await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [] });
      await eventually('refresh', () => (client.refreshes > before ? true : undefined));
    };
    await change('{}');
    assert.deepEqual(await severities(), [4]);
    await change('{ "familles": { "valeurs": "avertissement" }, "regles": { "date-format": "inactive" } }');
    assert.deepEqual(await severities(), []);
  });
});
