import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Log, Result, Run } from 'sarif';
import { ALL_RULES } from '../../server/src/rules/all';
import { folderWith, removeFolders, runCli, type JsonFinding } from '../support/cli';
import { sarifFaults } from '../support/sarif-log';
import { validFileOf } from '../support/valid-files';

const RIGHT = validFileOf('MDV-LGC-Va2', 2);
const WRONG = RIGHT.replace('"12/09/2025"', '"2025-09-12"').replace('1000.00', '1000,00');
const NOW = ['--now', '2026-03-05'];

async function logOf(folder: string, ...argv: string[]): Promise<{ log: Log; run: Run; code: number }> {
  const { code, out } = await runCli(['check', '--format', 'sarif', ...NOW, ...argv], { folder });
  const log = JSON.parse(out) as Log;
  const [run] = log.runs;
  assert.ok(run);
  return { log, run, code };
}

function regionOf(result: Result | undefined): unknown {
  return result?.locations?.[0]?.physicalLocation?.region;
}

describe('command line: check --format sarif', () => {
  afterEach(removeFolders);

  it('is a SARIF 2.1.0 log for all the samples, with every finding that json has, at the same places', async () => {
    const { log, run } = await logOf(process.cwd(), 'samples');
    assert.deepEqual(sarifFaults(log), []);
    const json = await runCli(['check', '--format', 'json', ...NOW, 'samples']);
    const findings = JSON.parse(json.out) as JsonFinding[];
    assert.ok(findings.length > 50);
    assert.deepEqual(
      run.results?.map((result) => [result.ruleId, result.message.text, regionOf(result)]),
      findings.map(({ code, message, line, column, endLine, endColumn }) => [
        code,
        message,
        { startLine: line, startColumn: column, endLine, endColumn },
      ]),
    );
  });

  it('the check of the log refuses one that is wrong', async () => {
    const { log, run } = await logOf(folderWith({ 'a.avance.json': WRONG }), '.');
    const withResult = (result: object): object => ({ ...log, runs: [{ ...run, results: [result] }] });
    const [right] = run.results ?? [];
    assert.deepEqual(sarifFaults(withResult({ ...right })), []);
    for (const slip of [
      { level: 'grave' },
      { ruleindex: 2 },
      { message: 'texte' },
      { locations: [] },
      { suppressions: [{}] },
    ]) {
      assert.notDeepEqual(sarifFaults(withResult({ ...right, ...slip })), [], JSON.stringify(slip));
    }
    assert.notDeepEqual(sarifFaults({ ...log, version: '2.0.0' }), []);
  });

  it('presents every rule: title, gravity, family, sources, and a page that exists', async () => {
    const { run } = await logOf(folderWith({ 'a.avance.json': RIGHT }), '.');
    const rules = run.tool.driver.rules ?? [];
    assert.deepEqual(
      rules.map(({ id }) => id),
      ALL_RULES.map(({ code }) => code),
    );
    for (const [
      rank,
      { id, helpUri, shortDescription, defaultConfiguration, properties },
    ] of rules.entries()) {
      const rule = ALL_RULES[rank];
      assert.ok(rule);
      assert.notEqual(shortDescription?.text, id);
      assert.equal(defaultConfiguration?.level, rule.severity.replace(/information|hint/, 'note'));
      assert.deepEqual(properties, { tags: [rule.famille], famille: rule.famille, sources: rule.sources });
      const page = /^https:.*\/(docs\/regles\/[a-z0-9-]+\.md)$/.exec(helpUri ?? '')?.[1] ?? 'none';
      assert.ok(existsSync(page), helpUri);
    }
  });

  it('a result leads to its rule by name and by rank', async () => {
    const { run } = await logOf(folderWith({ 'a.avance.json': WRONG }), '.');
    assert.equal(run.results?.length, 2);
    for (const { ruleId, ruleIndex } of run.results) {
      assert.equal(run.tool.driver.rules?.[ruleIndex ?? -1]?.id, ruleId);
    }
  });

  it('its fixes, applied by their lines and columns, mend the file', async () => {
    const { run } = await logOf(folderWith({ 'a.avance.json': WRONG }), '.');
    const lines = WRONG.split('\n');
    for (const { fixes = [] } of run.results ?? []) {
      const fix = fixes.find(({ properties }) => properties?.kind === 'safe');
      for (const { deletedRegion, insertedContent } of fix?.artifactChanges[0]?.replacements ?? []) {
        const { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 } = deletedRegion;
        assert.equal(startLine, endLine);
        const line = lines[startLine - 1] ?? '';
        lines[startLine - 1] =
          line.slice(0, startColumn - 1) + (insertedContent?.text ?? '') + line.slice(endColumn - 1);
      }
    }
    assert.equal(lines.join('\n'), RIGHT);
  });

  it('a file is named from the folder of the run, encoded; one that lies elsewhere by its whole URI', async () => {
    const folder = folderWith({ 'ici/dépôt 1.avance.json': WRONG, 'ailleurs/b.avance.json': WRONG });
    const { log, run } = await logOf(join(folder, 'ici'), '.', '../ailleurs');
    assert.deepEqual(sarifFaults(log), []);
    const uris = run.results?.map(({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation);
    assert.deepEqual(
      [...new Set(uris?.map((uri) => JSON.stringify(uri)))].map((text) => JSON.parse(text) as unknown),
      [
        { uri: 'd%C3%A9p%C3%B4t%201.avance.json', uriBaseId: '%SRCROOT%' },
        { uri: pathToFileURL(join(folder, 'ailleurs/b.avance.json')).href },
      ],
    );
  });

  it('places that a finding is also about, in the same file and in another one', async () => {
    const folder = folderWith({ 'a.avance.json': RIGHT, 'b.avance.json': RIGHT });
    const { log, run } = await logOf(folder, '.');
    assert.deepEqual(sarifFaults(log), []);
    const [related] = run.results?.[0]?.relatedLocations ?? [];
    const { artifactLocation, region } = related?.physicalLocation ?? {};
    assert.equal(artifactLocation?.uri, pathToFileURL(join(folder, 'b.avance.json')).href);
    const { charOffset = 0, charLength = 0 } = region ?? {};
    assert.match(RIGHT.slice(charOffset, charOffset + charLength), /^"\d{11}"$/);
  });

  it('is a whole log when there is nothing to tell, and says when a file could not be read', async () => {
    const folder = folderWith({ 'a.avance.json': RIGHT });
    const clean = await logOf(folder, '.');
    assert.deepEqual(sarifFaults(clean.log), []);
    assert.deepEqual([clean.code, clean.run.results], [0, []]);
    assert.deepEqual(clean.run.invocations, [{ executionSuccessful: true }]);
    const failed = await logOf(folder, '.', 'absent.json');
    assert.deepEqual([failed.code, failed.run.invocations], [2, [{ executionSuccessful: false }]]);
  });

  it('--lang en: titles and messages in English, and the log says so', async () => {
    const { run } = await logOf(folderWith({ 'a.avance.json': WRONG }), '.', '--lang', 'en');
    assert.equal(run.language, 'en');
    assert.match(run.tool.driver.rules?.[0]?.help?.text ?? '', /^Why this is reported/);
  });
});
