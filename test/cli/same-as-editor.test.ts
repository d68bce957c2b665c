import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import { folderWith, removeFolders, runCli, type JsonFinding } from '../support/cli';
import { momentOf } from '../support/fixture';
import { VALID } from '../support/liberal-request';
import { LspClient, messageOf } from '../support/lsp-client';

/** A day on which some desks are open and some closed. */
const NOW = '2026-03-05T10:00';

const SEVERITIES: Readonly<Record<string, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const samples = readdirSync('samples', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.json') && !name.includes('.segur'))
  .map((name) => join('samples', name));

describe('the command line and the editor say the same', () => {
  let client: LspClient;

  before(async () => {
    client = LspClient.inProcess({ now: () => momentOf(NOW) });
    await client.initialize();
  });
  after(() => client.dispose());

  for (const file of samples) {
    it(`of ${file}`, async () => {
      const uri = pathToFileURL(file).href;
      // As an editor reads it: UTF-8, the byte order mark left out.
      await client.open(uri, new TextDecoder().decode(readFileSync(file)));
      const inEditor = (await client.diagnostics(uri)).map((diagnostic) => ({
        code: diagnostic.code,
        severity: diagnostic.severity,
        message: messageOf(diagnostic),
        range: diagnostic.range,
      }));
      const { out } = await runCli(['check', '--now', NOW, '--format', 'json', file]);
      const inTerminal = (JSON.parse(out) as JsonFinding[]).map((finding) => ({
        code: finding.code,
        severity: SEVERITIES[finding.severity],
        message: finding.message,
        range: {
          start: { line: finding.line - 1, character: finding.column - 1 },
          end: { line: finding.endLine - 1, character: finding.endColumn - 1 },
        },
      }));
      assert.deepEqual(inTerminal, inEditor);
    });
  }

  it('of files that speak of each other', async () => {
    const other = VALID.replace('LGC-0001', 'LGC-0102');
    const folder = folderWith({ 'mars.avance.json': VALID, 'avril.avance.json': other });
    const [mars, avril] = ['mars', 'avril'].map((name) => join(folder, `${name}.avance.json`));
    assert.ok(mars !== undefined && avril !== undefined);
    await client.open(pathToFileURL(avril).href, other);
    await client.open(pathToFileURL(mars).href, VALID);
    const inEditor = (await client.diagnostics(pathToFileURL(mars).href)).map(messageOf);
    const { out } = await runCli(['check', '--now', NOW, '--format', 'json', mars, avril]);
    const inTerminal = (JSON.parse(out) as JsonFinding[]).filter(({ file }) => file === mars);
    assert.deepEqual(
      inTerminal.map(({ message }) => message),
      inEditor,
    );
    assert.ok(inTerminal.some(({ code }) => code === 'beneficiaire-en-double-ailleurs'));
    removeFolders();
  });

  it('of files among which some have something to say', async () => {
    const { out } = await runCli(['check', '--format', 'json', 'samples']);
    assert.ok((JSON.parse(out) as JsonFinding[]).length > 50);
  });
});
