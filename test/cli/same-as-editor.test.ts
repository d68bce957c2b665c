import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver-types';
import { DISK } from '../../server/src/lsp/disk';
import { folderWith, removeFolders, runCli, type JsonFinding } from '../support/cli';
import { momentOf } from '../support/fixture';
import { VALID } from '../support/liberal-request';
import { LspClient, messageOf } from '../support/lsp-client';

/** A day on which some desks are open and some closed. */
const NOW = '2026-03-05T10:00';
/** How long the editor may take to read what stands beside a file. */
const MOST_MS = 5000;

const SEVERITIES: Readonly<Record<string, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const samples = readdirSync('samples', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.json') && !name.includes('.segur'))
  .map((name) => join('samples', name));

const sample = (name: string): string => readFileSync(join('samples', name), 'utf8');

/** What both say of a finding. */
interface Said {
  readonly code: unknown;
  readonly severity: DiagnosticSeverity | undefined;
  readonly message: string;
  readonly range: Diagnostic['range'];
}

/** What `check` says of some files, by their path. */
async function inTerminal(...names: string[]): Promise<Map<string, Said[]>> {
  const { out } = await runCli(['check', '--now', NOW, '--format', 'json', ...names]);
  const said = new Map<string, Said[]>();
  for (const finding of JSON.parse(out) as JsonFinding[]) {
    const { file, code, severity, message, line, column, endLine, endColumn } = finding;
    const range = {
      start: { line: line - 1, character: column - 1 },
      end: { line: endLine - 1, character: endColumn - 1 },
    };
    said.set(file, [...(said.get(file) ?? []), { code, severity: SEVERITIES[severity], message, range }]);
  }
  return said;
}

describe('the command line and the editor say the same', () => {
  let client: LspClient;

  beforeEach(() => {
    client = LspClient.inProcess({ ...DISK, now: () => momentOf(NOW) });
  });
  afterEach(async () => {
    await client.dispose();
    removeFolders();
  });

  /** Opens a file as an editor reads it: UTF-8, the byte order mark left out. */
  const open = (file: string): Promise<unknown> =>
    client.open(pathToFileURL(file).href, new TextDecoder().decode(readFileSync(file)));

  const inEditor = async (file: string): Promise<Said[]> => {
    const diagnostics = await client.diagnostics(pathToFileURL(file).href);
    return diagnostics.map((one) => {
      const { code, severity, range } = one;
      return { code, severity, message: messageOf(one), range };
    });
  };

  /** What stands beside an open file is read behind its first check: the last word counts. */
  const agree = async (file: string, expected: readonly Said[]): Promise<void> => {
    const end = Date.now() + MOST_MS;
    for (;;) {
      const said = await inEditor(file);
      if (JSON.stringify(said) === JSON.stringify(expected) || Date.now() > end) {
        assert.deepEqual(said, expected, file);
        return;
      }
    }
  };

  for (const file of samples) {
    it(`of ${file}`, async () => {
      await client.initialize();
      await open(file);
      await agree(file, (await inTerminal(file)).get(file) ?? []);
    });
  }

  it('of files that speak of each other', async () => {
    const other = VALID.replace('LGC-0001', 'LGC-0102');
    const folder = folderWith({ 'mars.avance.json': VALID, 'avril.avance.json': other });
    const [mars, avril] = [join(folder, 'mars.avance.json'), join(folder, 'avril.avance.json')];
    await client.initialize();
    await open(avril);
    await open(mars);
    const said = (await inTerminal(mars, avril)).get(mars) ?? [];
    assert.ok(said.some(({ code }) => code === 'beneficiaire-en-double-ailleurs'));
    await agree(mars, said);
  });

  it('D05 M05 C01 of a folder of all sorts: what the manifest beside a file says counts for both', async () => {
    const avance = sample('hopital/dpi-correct.avance.json').replace('"12/09/2025"', '"18/08/2025"');
    // After date 2, and 121 days after the order.
    const manifest = sample('hopital/dpi.candidature.json').replace('"24/11/2025"', '"17/12/2025"');
    const solde = sample('hopital/dpi-correct.solde.json');
    const folder = folderWith({
      'dpi/dpi.candidature.json': manifest,
      'dpi/mars.avance.json': avance,
      'dpi/mars.solde.json': solde,
      'autre/mars.avance.json': sample('imagerie/db-correct.avance.json'),
      'autre/db.candidature.json': sample('imagerie/db.candidature.json').replace('"EN_COURS"', '"EN COUR"'),
      'seul/avril.avance.json': avance.replaceAll('DPI-0', 'DPI-9'),
      'package.json': '{ "name": "autre chose" }',
    });
    await client.initialize({ workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'depot' }] });
    const said = await inTerminal(folder);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.json') && name !== 'package.json')
      .map((name) => join(folder, name));
    assert.equal(files.length, 6);
    for (const file of files) await open(file);
    for (const file of files) await agree(file, said.get(file) ?? []);
    const codesOf = (name: string): unknown[] => (said.get(join(folder, name)) ?? []).map(({ code }) => code);
    assert.ok(codesOf('dpi/mars.avance.json').includes('bdc-120-jours'));
    assert.ok(codesOf('dpi/mars.solde.json').includes('avance-incorrecte'));
    assert.ok(codesOf('autre/db.candidature.json').includes('valeur-hors-liste'));
    assert.ok(!codesOf('seul/avril.avance.json').includes('bdc-120-jours'));
  });

  it('of files among which some have something to say', async () => {
    const said = await inTerminal('samples');
    assert.ok([...said.values()].flat().length > 50);
  });
});
