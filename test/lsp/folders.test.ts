import assert from 'node:assert/strict';
import { DidChangeWatchedFilesNotification } from 'vscode-languageserver/node';
import { BROKEN } from '../support/liberal-request';
import { eventually, LspClient } from '../support/lsp-client';

const ONE = 'file:///un';
const OTHER = 'file:///autre';
const NAME = 'mars.avance.json';

describe('several folders of one workspace', () => {
  let client: LspClient;
  let files: Record<string, string | undefined>;
  beforeEach(() => {
    files = {};
    client = LspClient.inProcess({ readFile: (uri) => Promise.resolve(files[uri]) });
  });
  afterEach(() => client.dispose());

  const isTold = async (folder: string): Promise<boolean> =>
    (await client.diagnostics(`${folder}/${NAME}`)).some(({ code }) => code === 'litteral-invalide');
  const isSilent = async (folder: string): Promise<true | undefined> =>
    (await isTold(folder)) ? undefined : true;

  async function open(): Promise<void> {
    const workspaceFolders = [ONE, OTHER].map((uri) => ({ uri, name: uri }));
    await client.initialize({ workspaceFolders });
    await client.open(`${ONE}/${NAME}`, BROKEN);
    await client.open(`${OTHER}/${NAME}`, BROKEN);
  }

  it('each has the severities of its own .segur/segur.json', async () => {
    files[`${ONE}/.segur/segur.json`] = '{ "regles": { "litteral-invalide": "inactive" } }';
    await open();
    await eventually('silence', () => isSilent(ONE));
    assert.equal(await isTold(OTHER), true);
  });

  it('each follows the change of its own file, and of no other', async () => {
    await open();
    assert.equal(await isTold(ONE), true);
    files[`${OTHER}/.segur/segur.json`] = `{ "fichiers": { "${NAME}": "ignorer" } }`;
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: `${OTHER}/.segur/segur.json`, type: 1 }],
    });
    await eventually('silence', () => isSilent(OTHER));
    assert.equal(await isTold(ONE), true);
  });
});
