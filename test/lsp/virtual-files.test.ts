import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
} from 'vscode-languageserver/node';
import type { Host } from '../../server/src/lsp/session';
import { filesInMemory } from '../support/files-in-memory';
import { eventually, FULL_CLIENT, LspClient } from '../support/lsp-client';
import { validFileOf } from '../support/valid-files';

/** The top of a file system without an authority, as the server keeps it: without its final slash. */
const TOP = 'segur-memoire:';
const AVANCE = `${TOP}/dpi.avance.json`;
const BASE = `${TOP}/base.csv`;
const ALL = 'FINESS;Raison sociale\n990000119;A\n990000127;B\n990000135;C\n990000143;D\n';

describe('folders on a poor file system', () => {
  let client: LspClient;
  let files: Map<string, string>;
  beforeEach(() => {
    files = new Map();
  });
  afterEach(() => client.dispose());

  const start = async (host: Partial<Host> = {}): Promise<void> => {
    client = LspClient.inProcess({
      ...filesInMemory(files),
      // No file has a date.
      stamp: (uri) => {
        const text = files.get(uri);
        return Promise.resolve(text === undefined ? undefined : { taille: text.length, modifie: 0 });
      },
      readBytes: (uri) => {
        const text = files.get(uri);
        return Promise.resolve(text === undefined ? undefined : new TextEncoder().encode(text));
      },
      ...host,
    });
    const didChangeWatchedFiles = { dynamicRegistration: true, relativePatternSupport: true };
    await client.initialize({
      workspaceFolders: [{ uri: `${TOP}/`, name: 'memoire' }],
      capabilities: { ...FULL_CLIENT, workspace: { ...FULL_CLIENT.workspace, didChangeWatchedFiles } },
    });
  };
  const codesOf = async (uri: string): Promise<unknown[]> =>
    (await client.diagnostics(uri)).map(({ code }) => code);
  const untilTold = (uri: string, code: string, isTold: boolean): Promise<true> =>
    eventually(`${code} told: ${isTold}`, async () =>
      (await codesOf(uri)).includes(code) === isTold ? true : undefined,
    );

  it('a base at its top is watched, and read anew for a change that keeps its size', async () => {
    files.set(`${TOP}/.segur/segur.json`, '{ "base": { "fichier": "base.csv" } }');
    files.set(BASE, ALL.replace('990000119', '990000999'));
    await start();
    await client.open(AVANCE, readFileSync('samples/hopital/dpi-correct.avance.json', 'utf8'));
    await untilTold(AVANCE, 'finess-ineligible', true);
    await eventually('a watcher', () => {
      const text = JSON.stringify(client.registrations);
      return text.includes(`"baseUri":"${TOP}/","pattern":"base.csv"`) ? true : undefined;
    });
    files.set(BASE, ALL);
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: BASE, type: 2 }],
    });
    await untilTold(AVANCE, 'finess-ineligible', false);
  });

  it('A05 says of no avance that it is missing while the folder cannot be listed', async () => {
    const solde = `${TOP}/mai.solde.json`;
    let isListed = false;
    let asked = 0;
    const { listFiles } = filesInMemory(files);
    await start({
      listFiles: (folder) => {
        asked++;
        return isListed ? listFiles(folder) : Promise.resolve(undefined);
      },
    });
    files.set(solde, validFileOf('HOP-DPI-Va2', 1, 'solde'));
    files.set(AVANCE, validFileOf('HOP-DPI-Va2', 1).replace('REF-0001', 'REF-0009'));
    for (const [uri, text] of files) await client.open(uri, text);
    const list = async (): Promise<void> => {
      const before = asked;
      await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
      await eventually('another listing', () => (asked > before ? true : undefined));
    };
    await list();
    for (let times = 0; times < 3; times++) {
      assert.ok(!(await codesOf(solde)).includes('avance-introuvable'));
    }
    isListed = true;
    await list();
    await untilTold(solde, 'avance-introuvable', true);
  });
});
