import assert from 'node:assert/strict';
import { DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageserver/node';
import { eventually, LspClient, messageOf } from '../support/lsp-client';
import { validFileOf } from '../support/valid-files';

const FOLDER = 'file:///depot';
const SETTINGS = `${FOLDER}/.segur/segur.json`;
const [A, B, C] = ['870000064', '990000127', '990000507'];

const withNumber = (text: string, finess: string): string =>
  text.replace(/("FINESSPMSI": )"\w+"/, `$1"${finess}"`);
const AVANCE = withNumber(validFileOf('HOP-DPI-Va2'), A);
const SOLDE = withNumber(validFileOf('HOP-DPI-Va2', 1, 'solde'), C);

const merger = (dateDeclaration: string | null): unknown => ({
  type: 'FUSION_ACQUISITION',
  moment: 'AVANT_AVANCE',
  dateDeclaration,
  FINESSA: A,
  FINESSB: B,
  FINESSC: C,
});

describe('mergers over the protocol', () => {
  let files: Record<string, string>;
  let client: LspClient;
  beforeEach(() => {
    files = {};
    client = LspClient.inProcess({
      readFile: (uri) => Promise.resolve(files[uri]),
      readFolder: (uri) =>
        Promise.resolve(
          Object.keys(files)
            .filter((file) => file.slice(0, file.lastIndexOf('/')) === uri)
            .map((file) => ({ nom: file.slice(uri.length + 1), dossier: false })),
        ),
    });
  });
  afterEach(() => client.dispose());

  /** The message of the first finding with this code. */
  const told = async (uri: string, code: string): Promise<string | undefined> => {
    const found = (await client.diagnostics(uri)).find((diagnostic) => diagnostic.code === code);
    return found && messageOf(found);
  };

  it('A07 those of .segur/segur.json are read, and read again when the file changes', async () => {
    files[SETTINGS] = JSON.stringify({ fusions: [merger(null)] });
    await client.initialize({ rootUri: FOLDER });
    const uri = `${FOLDER}/a.avance.json`;
    await client.open(uri, AVANCE);
    await eventually<string>('the finding', () => told(uri, 'fusion-non-declaree'));
    files[SETTINGS] = JSON.stringify({ fusions: [merger('12/01/2026')] });
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: SETTINGS, type: FileChangeType.Changed }],
    });
    await eventually<true>('silence', async () =>
      (await told(uri, 'fusion-non-declaree')) === undefined ? true : undefined,
    );
  });

  it('A07 those of a manifest explain a change between two files beside it, as the manifest is typed', async () => {
    await client.initialize({ rootUri: FOLDER });
    const [avance, solde] = [`${FOLDER}/a.avance.json`, `${FOLDER}/a.solde.json`];
    await client.open(avance, AVANCE);
    await client.open(solde, SOLDE);
    const replaced = () => told(solde, 'beneficiaire-remplace');
    assert.doesNotMatch(await eventually<string>('the finding', replaced), /fusion/);
    const manifest = JSON.stringify({ sons: 'HOP-DPI-Va2', fusions: [merger('12/01/2026')] });
    await client.open(`${FOLDER}/dpi.candidature.json`, manifest);
    const explained = await eventually<string>('the explanation', async () => {
      const message = await replaced();
      return message?.includes('fusion') ? message : undefined;
    });
    assert.match(explained, /dpi\.candidature\.json/);
  });
});
