// Apart from the other tests: the schema is fetched. `npm run test:sarif`, and a step of `npm test`.
import assert from 'node:assert/strict';
import Ajv, { type ValidateFunction } from 'ajv/dist/2020';
import type { Log, Result } from 'sarif';
import { folderWith, removeFolders, runCli } from '../support/cli';
import { sarifSchema } from '../support/sarif-schema.mjs';
import { validFileOf } from '../support/valid-files';

const RIGHT = validFileOf('MDV-LGC-Va2', 2);
const WRONG = RIGHT.replace('"12/09/2025"', '"2025-09-12"').replace('1000.00', '1000,00');

/** What the schema asks of some texts, beside their being texts. */
const FORMATS = {
  uri: (text: string): boolean => URL.canParse(text),
  'uri-reference': (text: string): boolean => /^[\x21-\x7e]*$/.test(text) && URL.canParse(text, 'file:///'),
  'date-time': (text: string): boolean => !Number.isNaN(Date.parse(text)),
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
};

describe('the schema of SARIF 2.1.0', () => {
  let isLog: ValidateFunction;
  before(function () {
    this.timeout(300_000);
    isLog = new Ajv({ strict: false, allErrors: true, formats: FORMATS }).compile(sarifSchema());
  });
  afterEach(removeFolders);

  async function logOf(folder: string, ...argv: string[]): Promise<Log> {
    const { out } = await runCli(['check', '--format', 'sarif', '--now', '2026-03-05', ...argv], { folder });
    return JSON.parse(out) as Log;
  }
  const faults = (log: unknown): unknown => (isLog(log) ? [] : isLog.errors);

  it('is kept by the log of all the samples, in both languages', async () => {
    for (const langue of ['fr', 'en']) {
      const log = await logOf(process.cwd(), 'samples', '--lang', langue);
      assert.deepEqual(faults(log), []);
      const results = log.runs[0]?.results ?? [];
      assert.ok(results.length > 50 && results.some(({ fixes }) => fixes));
    }
  });

  it('by accepted findings, places in other files, names that have to be encoded, and a file that is not there', async () => {
    const exceptions = [
      { regle: 'date-format', fichier: 'a.avance.json', motif: 'Accord', jusquau: '05/03/2027' },
    ];
    const folder = folderWith({
      'a.avance.json': WRONG,
      'dépôt 1.avance.json': WRONG,
      '.segur/segur.json': JSON.stringify({ exceptions }),
    });
    const log = await logOf(folder, '.', 'absent.json');
    assert.deepEqual(faults(log), []);
    const { results = [], invocations } = log.runs[0] ?? {};
    assert.ok(results.some(({ suppressions }) => suppressions));
    assert.ok(results.some(({ relatedLocations }) => relatedLocations));
    assert.deepEqual(invocations, [{ executionSuccessful: false }]);
  });

  it('refuses a log that is wrong', async () => {
    const log = await logOf(folderWith({ 'a.avance.json': WRONG }), '.');
    const [run] = log.runs;
    const [right] = run?.results ?? [];
    const withResult = (result: Partial<Result>): object => ({
      ...log,
      runs: [{ ...run, results: [result] }],
    });
    assert.deepEqual(faults(withResult({ ...right })), []);
    const slips = [{ level: 'grave' }, { ruleindex: 2 }, { message: 'texte' }, { suppressions: [{}] }];
    for (const slip of slips as object[]) {
      assert.notDeepEqual(faults(withResult({ ...right, ...slip })), [], JSON.stringify(slip));
    }
    assert.notDeepEqual(faults({ ...log, version: '2.0.0' }), []);
  });
});
