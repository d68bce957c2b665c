import assert from 'node:assert/strict';
import {
  CodeActionRequest,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  TextDocumentEdit,
  type CodeAction,
  type Diagnostic,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { filesInMemory } from '../support/files-in-memory';
import { eventually, FULL_CLIENT, LspClient, messageOf } from '../support/lsp-client';
import { validFileOf } from '../support/valid-files';

const FOLDER = 'file:///depot';
const MARS = `${FOLDER}/mars.avance.json`;
const RIGHT = validFileOf('MDV-LGC-Va2', 2);
const HISTORY = `${FOLDER}/.segur/zip-history.json`;
const MEGA = 1024 * 1024;

const RENAMES = {
  ...FULL_CLIENT,
  workspace: {
    ...FULL_CLIENT.workspace,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const, 'rename' as const] },
  },
};

describe('attachments beside a file, over the protocol', () => {
  let client: LspClient;
  let files: Map<string, string>;
  let sizes: Map<string, number>;
  let foldersRead: string[];
  beforeEach(() => {
    files = new Map([[MARS, RIGHT]]);
    sizes = new Map();
    foldersRead = [];
    const inMemory = filesInMemory(files);
    client = LspClient.inProcess({
      ...inMemory,
      readFolder: async (folder) => {
        foldersRead.push(folder);
        const entries = await inMemory.readFolder(folder);
        return entries.map(({ nom, dossier }) => ({ nom: decodeURIComponent(nom), dossier }));
      },
      stamp: (uri) =>
        Promise.resolve(files.has(uri) ? { taille: sizes.get(uri) ?? 1, modifie: 0 } : undefined),
    });
  });
  afterEach(() => client.dispose());

  const add = (chemin: string, size = 1000): string => {
    const uri = `${FOLDER}/${chemin.split('/').map(encodeURIComponent).join('/')}`;
    files.set(uri, 'contenu');
    sizes.set(uri, size);
    return uri;
  };
  const start = async (text = RIGHT, capabilities: object = FULL_CLIENT): Promise<void> => {
    await client.initialize({ capabilities, workspaceFolders: [{ uri: FOLDER, name: 'depot' }] });
    await client.open(MARS, text);
  };
  const tell = (uri: string, type: FileChangeType): Promise<void> =>
    client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri, type }] });
  const ofPieces = async (): Promise<readonly Diagnostic[]> =>
    (await client.diagnostics(MARS)).filter(({ code }) => String(code).startsWith('piece-'));
  const until = async (codes: readonly string[]): Promise<readonly Diagnostic[]> => {
    const end = Date.now() + 5000;
    for (;;) {
      const found = await ofPieces();
      if (found.map(({ code }) => code).join() === codes.join()) return found;
      assert.ok(Date.now() < end, `${codes.join()} expected, ${found.map(messageOf).join()} found`);
    }
  };

  it('P02 one that is missing is told, and no longer once the file is there', async () => {
    add('bdc-0001.pdf');
    await start();
    const [missing] = await until(['piece-introuvable']);
    assert.match(messageOf(missing), /« bdc-0002\.pdf »/);
    await eventually('a refresh', () => (client.refreshes > 0 ? true : undefined));
    await tell(add('pieces/bdc-0002.pdf'), FileChangeType.Created);
    await until([]);
    const gone = `${FOLDER}/bdc-0001.pdf`;
    files.delete(gone);
    await tell(gone, FileChangeType.Deleted);
    await until(['piece-introuvable']);
  });

  it('P01 one of more than 4 Mo is told, and no longer once it is smaller', async () => {
    add('bdc-0001.pdf', 5 * MEGA);
    const second = add('bdc-0002.pdf', 4_100_000);
    await start();
    const [large, near] = await until(['piece-taille', 'piece-taille']);
    assert.deepEqual([large?.severity, near?.severity], [1, 2]);
    sizes.set(second, 1000);
    await tell(second, FileChangeType.Changed);
    await until(['piece-taille']);
  });

  it('a key stroke reads no folder', async () => {
    add('bdc-0001.pdf');
    await start();
    await until(['piece-introuvable']);
    // The last of what is read at the start.
    await eventually('the models', () => foldersRead.find((uri) => uri.endsWith('/formats')));
    const before = foldersRead.length;
    for (const [from, to] of [
      ['bdc-0002.pdf', 'bdc-0003.pdf'],
      ['bdc-0003.pdf', 'bdc-0004.pdf'],
    ] as const) {
      await client.edit(MARS, from, to);
      const [missing] = await until(['piece-introuvable']);
      assert.ok(messageOf(missing).includes(to));
    }
    assert.equal(foldersRead.length, before);
  });

  it('nothing is told in a folder without any attachment', async () => {
    add('notes.txt');
    await start();
    await eventually('the folder is read', () => (foldersRead.includes(FOLDER) ? true : undefined));
    await until([]);
  });

  const actionsAt = async (needle: string): Promise<CodeAction[]> => {
    const document = client.text(MARS);
    const position = document.positionAt(document.getText().indexOf(needle));
    const actions = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: MARS },
      range: { start: position, end: position },
      context: { diagnostics: [] },
    });
    return ((actions ?? []) as CodeAction[]).filter(({ diagnostics }) => diagnostics !== undefined);
  };
  const ILLEGAL = 'reçu n°1.pdf';
  const illegalTwice = RIGHT.replaceAll(/bdc-000[12]\.pdf/g, ILLEGAL);

  it('P01 a name refused is changed wherever it stands, and on the disk', async () => {
    const oldUri = add(`pieces/${ILLEGAL}`);
    await start(illegalTwice, RENAMES);
    const [action] = await actionsAt(ILLEGAL);
    assert.match(action?.title ?? '', /« recu-n-1\.pdf », dans ce fichier et sur le disque/);
    const [rename, change] = action?.edit?.documentChanges ?? [];
    assert.deepEqual(rename, {
      kind: 'rename',
      oldUri,
      newUri: `${FOLDER}/pieces/recu-n-1.pdf`,
      options: { overwrite: false, ignoreIfExists: false },
    });
    assert.ok(change && TextDocumentEdit.is(change));
    const text = TextDocument.applyEdits(client.text(MARS), change.edits as never);
    assert.equal(text, illegalTwice.replaceAll(ILLEGAL, 'recu-n-1.pdf'));
  });

  it('only the text changes where no file is overwritten, known, or renamed by the client', async () => {
    add(ILLEGAL);
    const onlyText = async (): Promise<void> => {
      const [action] = await actionsAt(ILLEGAL);
      assert.match(action?.title ?? '', /Écrire « recu-n-1\.pdf »/);
      assert.equal(action?.edit?.documentChanges?.length, 1);
    };
    await start(illegalTwice, RENAMES);
    const taken = add('recu-n-1.pdf');
    await tell(taken, FileChangeType.Created);
    await onlyText();
    files.clear();
    await tell(taken, FileChangeType.Deleted);
    await onlyText();
  });

  it('only the text changes for a client that cannot rename files', async () => {
    add(ILLEGAL);
    await start(illegalTwice);
    const [action] = await actionsAt(ILLEGAL);
    assert.equal(action?.edit?.documentChanges?.length, 1);
  });

  it('P04 the history of ZIP names is watched, and its faults are told in it', async () => {
    files.set(HISTORY, '{ "zips": [] }');
    await start();
    const globs = await eventually('watchers', () => {
      const text = JSON.stringify(client.registrations);
      return text.includes('.segur/zip-history.json') ? text : undefined;
    });
    assert.match(globs, /\.\{pdf,/);
    files.set(HISTORY, '{ "zips": ');
    await tell(HISTORY, FileChangeType.Changed);
    const told = await eventually('a fault', () => {
      const last = client.published.filter(({ uri }) => uri === HISTORY).at(-1);
      return last && last.diagnostics.length > 0 ? last : undefined;
    });
    assert.equal(told.diagnostics.length, 1);
    files.set(HISTORY, '{ "zips": [] }');
    await tell(HISTORY, FileChangeType.Changed);
    await eventually('no fault', () => {
      const last = client.published.filter(({ uri }) => uri === HISTORY).at(-1);
      return last?.diagnostics.length === 0 ? true : undefined;
    });
  });
});
