import assert from 'node:assert/strict';
import childProcess from 'node:child_process';
import fs from 'node:fs';
import fsPromises from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction, Diagnostic, DocumentLink, Hover } from 'vscode-languageserver/node';
import { formatFileName, readLearntFormat } from '../../server/src/analysis/workspace-formats';
import { schemaOf } from '../../server/src/formats/learn/model-schema';
import { DISK } from '../../server/src/lsp/disk';
import { modelOf } from '../support/learnt';
import { VALID } from '../support/liberal-request';
import { eventually, LspClient, messageOf } from '../support/lsp-client';
import { validFileOf } from '../support/valid-files';

const PAYLOAD = '![x](https://evil.example/x.png) [y](command:workbench.action.quit) <img src=x onerror=1>';
const CLIMBING = [
  '../secret.pdf',
  '..\\secret.pdf',
  '/etc/passwd',
  'C:\\secret.pdf',
  '\\\\evil\\share\\x.pdf',
];
/** Whatever changes the disk, starts a program or opens a connection. */
const FORBIDDEN: readonly (readonly [object, readonly string[]])[] = [
  [
    fsPromises,
    ['writeFile', 'appendFile', 'rename', 'mkdir', 'rm', 'unlink', 'symlink', 'link', 'copyFile', 'truncate'],
  ],
  [
    fs,
    [
      'writeFileSync',
      'appendFileSync',
      'renameSync',
      'mkdirSync',
      'rmSync',
      'unlinkSync',
      'createWriteStream',
    ],
  ],
  [childProcess, ['spawn', 'exec', 'execFile', 'fork', 'spawnSync', 'execSync', 'execFileSync']],
  [net.Socket.prototype, ['connect']],
];

describe('a hostile workspace on a real disk', function () {
  this.timeout(60_000);
  let outside: string;
  let folder: string;
  let root: string;
  let client: LspClient;
  let names: readonly string[];
  const calls: string[] = [];
  const asked: string[] = [];
  const undo: (() => void)[] = [];
  const write = (name: string, text: string): void => {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  };
  const before_: { tree: string; prototype: readonly string[] } = {
    tree: '',
    prototype: Object.getOwnPropertyNames(Object.prototype),
  };

  before(async function () {
    if (process.platform === 'win32') this.skip();
    outside = fs.mkdtempSync(path.join(tmpdir(), 'segur-hostile-'));
    folder = path.join(outside, 'depot');
    fs.writeFileSync(path.join(outside, 'secret.pdf'), 'secret');
    fs.writeFileSync(path.join(outside, 'base.csv'), fs.readFileSync('samples/base-es-fictive.csv'));
    names = writeWorkspace(write);
    fs.symlinkSync('.', path.join(folder, 'boucle'));
    fs.symlinkSync('/dev/zero', path.join(folder, 'candidature.json'));
    fs.symlinkSync('/dev/zero', path.join(folder, '.segur/zip-history.json'));
    fs.symlinkSync('rond.schema.json', path.join(folder, '.segur/formats/rond.schema.json'));
    root = pathToFileURL(folder).href;
    before_.tree = treeOf(outside);
    undo.push(
      ...FORBIDDEN.flatMap(([owner, methods]) => methods.map((name) => recorded(owner, name, calls))),
    );
    client = LspClient.inProcess({
      ...recordedDisk(asked),
      store: {
        read: () => Promise.resolve(undefined),
        write: (at, name) => Promise.resolve(void calls.push(`store ${at} ${name}`)),
      },
    });
    client.connection.onRequest('workspace/applyEdit', () => {
      calls.push('applyEdit');
      return { applied: false };
    });
    await client.initialize({
      workspaceFolders: [{ uri: root, name: 'depot' }],
      initializationOptions: { confiance: false, clientSegur: true },
    });
  });
  after(async () => {
    undo.forEach((restore) => restore());
    await client?.dispose();
    if (outside) fs.rmSync(outside, { recursive: true, force: true });
  });

  it('every file is checked, and every question answered', async () => {
    for (const name of names) {
      const uri = uriOf(root, name);
      const document = await client.open(uri, fs.readFileSync(path.join(folder, name), 'utf8'));
      const target = { textDocument: { uri } };
      const diagnostics = await client.diagnostics(uri);
      assert.ok(diagnostics.length > 0, name);
      const links = await client.connection.sendRequest<DocumentLink[]>('textDocument/documentLink', target);
      for (const { target: to } of links) assert.ok(to?.startsWith(`${root}/`), to);
      await noActionLeaves(target, diagnostics);
      for (let at = 0; at < document.getText().length; at += 53) {
        const position = document.positionAt(at);
        const hover = await client.connection.sendRequest<Hover | null>('textDocument/hover', {
          ...target,
          position,
        });
        if (hover && typeof hover.contents === 'object' && 'value' in hover.contents) {
          assert.equal(dangerIn(hover.contents.value), undefined, hover.contents.value);
        }
      }
      for (const method of ['documentSymbol', 'foldingRange', 'codeLens']) {
        await client.connection.sendRequest(`textDocument/${method}`, target);
      }
    }
    // Held open until something changes: asked, and not waited for.
    client.connection.sendRequest('workspace/diagnostic', { previousResultIds: [] }).catch(() => undefined);
    await client.connection.sendRequest('workspace/symbol', { query: 'REF' });
  });

  it('a base that climbs out of a folder without trust is not touched, and why is said once', async () => {
    assert.deepEqual(
      asked.filter((uri) => !uri.startsWith(`${root}/`)),
      [],
    );
    const told = await eventually('the refusal', () => shown.at(-1));
    assert.match(told, /base\.csv.*confiance/);
  });

  it('once the user trusts the folder, the base is read', async () => {
    await client.connection.sendNotification('segur/confiance');
    await eventually('a reading', () => asked.find((uri) => uri.endsWith('/base.csv')));
  });

  it('nothing was written, started or called, and no prototype has grown', () => {
    assert.deepEqual(calls, []);
    assert.equal(treeOf(outside), before_.tree);
    assert.deepEqual(Object.getOwnPropertyNames(Object.prototype), before_.prototype);
    assert.equal(({} as { polluted?: unknown }).polluted, undefined);
  });

  it('the record would have told a write', async () => {
    await fsPromises.writeFile(path.join(outside, 'temoin'), '');
    assert.equal(calls.pop(), 'writeFile');
    assert.notEqual(treeOf(outside), before_.tree);
  });

  const shown: string[] = [];
  before(() => {
    client?.connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      shown.push(message);
    });
  });

  async function noActionLeaves(
    target: { readonly textDocument: { readonly uri: string } },
    diagnostics: readonly Diagnostic[],
  ): Promise<void> {
    for (const diagnostic of diagnostics) {
      assert.ok(messageOf(diagnostic).length < 20_000);
      const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
        ...target,
        range: diagnostic.range,
        context: { diagnostics: [diagnostic] },
      });
      for (const action of actions) {
        const whole = action.edit
          ? action
          : await client.connection.sendRequest<CodeAction>('codeAction/resolve', action);
        for (const uri of urisIn(whole.edit)) assert.ok(uri.startsWith(`${root}/`), uri);
      }
    }
  }
});

describe('a learnt model of a million tags', () => {
  it('is refused, and told', function () {
    this.timeout(60_000);
    const tags = Array.from({ length: 1_000_000 }, (_, rank) => `"t${rank}":{"type":"string"}`).join(',');
    const { value, problem } = readLearntFormat(
      'A.avance.schema.json',
      `{"type":"object","properties":{${tags}}}`,
    );
    assert.equal(value, undefined);
    assert.ok(problem);
  });
});

describe('files that are no files', () => {
  it('a device is not read: it never ends', async function () {
    if (process.platform !== 'linux') this.skip();
    assert.equal(await DISK.readFile('file:///dev/zero'), undefined);
    assert.equal(await DISK.readBytes('file:///dev/zero'), undefined);
    assert.equal(await DISK.stamp('file:///dev/zero'), undefined);
  });
});

/** Writes it; gives the names of its files of requests. */
function writeWorkspace(write: (name: string, text: string) => void): string[] {
  const polluting = '"__proto__": { "polluted": 1 }, "constructor": { "prototype": { "polluted": 1 } }';
  const base = `"base": { "fichier": "../base.csv" }`;
  write(
    '.segur/segur.json',
    `{ ${base}, "fichiers": { "__proto__": "ignorer", "../../x.json": "ignorer" } }`,
  );
  write('.segur/regulation.json', `{ ${polluting}, "echeances": [{ ${polluting} }] }`);
  const texts = [{ name: 'modele.json', text: validFileOf('HOP-DPI-Va2') }];
  const learnt = schemaOf(modelOf(...texts), { sons: 'HOP-DPI-Va2', etape: 'avance' });
  const hostile = JSON.stringify(learnt).replace(/"source":"[^"]*"/g, `"source":${JSON.stringify(PAYLOAD)}`);
  write(`.segur/formats/${formatFileName('HOP-DPI-Va2.avance')}`, hostile);
  write('.segur/formats/__proto__.avance.schema.json', `{ ${polluting} }`);
  const climbing = CLIMBING.map((name) =>
    VALID.replace('"bdc-0001.pdf"', JSON.stringify(name)).replace('"LGC-0001"', JSON.stringify(PAYLOAD)),
  );
  const files: Record<string, string> = Object.fromEntries([
    ...climbing.map((text, rank) => [`climbing-${rank}.avance.json`, text]),
    ['\u001b[2J<img src=x>[a](command:x).avance.json', VALID.replace('"VAGUE_2"', JSON.stringify(PAYLOAD))],
    ['pollution.avance.json', VALID.replace('{', `{ ${polluting},`)],
    ['appris.avance.json', validFileOf('HOP-DPI-Va2').replace('{', `{ ${polluting},`)],
  ] as [string, string][]);
  for (const [name, text] of Object.entries(files)) write(name, text);
  return Object.keys(files);
}

/** The server's disk, and what it is asked for. */
function recordedDisk(asked: string[]): typeof DISK {
  const note =
    <Answer>(read: (uri: string) => Promise<Answer>) =>
    (uri: string): Promise<Answer> => {
      asked.push(uri);
      return read(uri);
    };
  return {
    ...DISK,
    readFile: note((uri) => DISK.readFile(uri)),
    readBytes: note((uri) => DISK.readBytes(uri)),
    stamp: note((uri) => DISK.stamp(uri)),
  };
}

/** Has each call of a method noted, and made all the same; gives what ends that. */
function recorded(owner: object, name: string, calls: string[]): () => void {
  const original: unknown = Reflect.get(owner, name);
  if (typeof original !== 'function') throw new Error(name);
  Reflect.set(owner, name, function (this: unknown, ...args: unknown[]): unknown {
    calls.push(name);
    return Reflect.apply(original, this, args) as unknown;
  });
  return () => void Reflect.set(owner, name, original);
}

/** Every name below a folder, with its size and the moment of its last change. */
function treeOf(folder: string): string {
  const lines = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => {
    const { size, mtimeMs } = fs.lstatSync(path.join(folder, name));
    return `${name} ${size} ${mtimeMs}`;
  });
  return lines.sort().join('\n');
}

function uriOf(root: string, name: string): string {
  return `${root}/${encodeURIComponent(name)}`;
}

/** Every URI that an edit touches. */
function urisIn(edit: CodeAction['edit']): string[] {
  const changes = (edit?.documentChanges ?? []).flatMap((change) => {
    if ('textDocument' in change) return [change.textDocument.uri];
    return change.kind === 'rename' ? [change.oldUri, change.newUri] : [change.uri];
  });
  return [...changes, ...Object.keys(edit?.changes ?? {})];
}

/** What Markdown would do with a file's own words, code left out; undefined for nothing. */
function dangerIn(markdown: string): string | undefined {
  const prose = markdown.replace(/(`+)(?:(?!\1)[\s\S])*\1/g, '').replace(/\\[\\`*_[\]<>#|~&]/g, '');
  return /!\[|\]\([^)]*\)|<[a-z!/]/i.exec(prose)?.[0];
}
