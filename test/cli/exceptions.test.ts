import assert from 'node:assert/strict';
import { folderWith, removeFolders, runCli, type JsonFinding } from '../support/cli';
import { validFileOf } from '../support/valid-files';
import { sarifFaults } from '../support/sarif-log';

/** The same slip in each of three requests. */
const TEXT = validFileOf('MDV-LGC-Va2', 3).replaceAll('"12/09/2025"', '"2025-09-12"');
const EXCEPTION = {
  fichier: 'lots/mars.avance.json',
  regle: 'date-format',
  demande: 'REF-0002',
  motif: 'Accord du 05/03/2026',
  jusquau: '31/12/2026',
};
const NOW = ['--now', '2026-03-05'];

function folderOf(settings: object, more: Readonly<Record<string, string>> = {}): string {
  return folderWith({
    '.segur/segur.json': JSON.stringify(settings, null, 2),
    'lots/mars.avance.json': TEXT,
    ...more,
  });
}

describe('command line: severities and exceptions of .segur/segur.json', () => {
  afterEach(removeFolders);

  const check = async (settings: object): Promise<{ code: number; findings: JsonFinding[] }> => {
    const { code, out } = await runCli(['check', 'lots', '--format', 'json', ...NOW], {
      folder: folderOf(settings),
    });
    return { code, findings: JSON.parse(out) as JsonFinding[] };
  };

  it('check leaves out what is accepted, and says how much that is', async () => {
    const folder = folderOf({ exceptions: [EXCEPTION] });
    const { code, out } = await runCli(['check', 'lots', ...NOW], { folder });
    assert.equal(code, 1);
    assert.match(out, /3 demandes, 1 OK, 2 KO \(REF-0001, REF-0003\)/);
    assert.match(out, /1 constat accepté avec un motif/);
    const { findings } = await check({ exceptions: [EXCEPTION] });
    assert.deepEqual(
      findings.map(({ demande }) => demande),
      ['REF-0001', 'REF-0003'],
    );
  });

  it('a run whose only findings are accepted is clean', async () => {
    const { code, findings } = await check({ exceptions: [{ ...EXCEPTION, demande: undefined }] });
    assert.deepEqual([code, findings], [0, []]);
  });

  it('an exception that is over does not count any more', async () => {
    const { findings } = await check({ exceptions: [{ ...EXCEPTION, jusquau: '04/03/2026' }] });
    assert.equal(findings.length, 3);
  });

  it('an exception without a reason stops the run: what it leaves out would be told, or not, by chance', async () => {
    const folder = folderOf({ exceptions: [{ ...EXCEPTION, motif: '' }] });
    const { code, err } = await runCli(['check', 'lots', ...NOW], { folder });
    assert.equal(code, 2);
    assert.match(err, /segur\.json.*motif/);
  });

  it('severities hold by rule and by family, for check and for what exits with 1', async () => {
    const warned = await check({ familles: { valeurs: 'avertissement' } });
    assert.deepEqual(
      [warned.code, ...new Set(warned.findings.map(({ severity }) => severity))],
      [0, 'warning'],
    );
    const ruled = await check({ familles: { valeurs: 'inactive' }, regles: { 'date-format': 'indice' } });
    assert.deepEqual([...new Set(ruled.findings.map(({ severity }) => severity))], ['hint']);
    const silent = await check({ regles: { 'date-format': 'inactive' } });
    assert.deepEqual([silent.code, silent.findings], [0, []]);
  });

  it('check tells of the exceptions to its files those that are over, or accept nothing any more', async () => {
    const others = [
      { ...EXCEPTION, demande: 'REF-0001', jusquau: '04/03/2026' },
      { ...EXCEPTION, demande: 'REF-0003', regle: 'siren-invalide' },
      { ...EXCEPTION, fichier: 'ailleurs/a.avance.json' },
    ];
    const folder = folderOf({ exceptions: [EXCEPTION, ...others] });
    const { err } = await runCli(['check', 'lots', ...NOW], { folder });
    const lines = err.trim().split('\n');
    assert.equal(lines.length, 2, err);
    assert.match(lines[0] ?? '', /^\.segur\/segur\.json:10 Le dernier jour.*04\/03\/2026/);
    assert.match(lines[1] ?? '', /^\.segur\/segur\.json:17 Cette exception n'accepte plus rien.*REF-0003/);
  });

  it('SARIF has what is accepted as suppressed results, with the reason, in the order of the text', async () => {
    const folder = folderOf({ exceptions: [EXCEPTION] });
    const { out } = await runCli(['check', 'lots', '--format', 'sarif', ...NOW], { folder });
    assert.deepEqual(sarifFaults(JSON.parse(out)), []);
    const { runs } = JSON.parse(out) as { runs: { results: { suppressions?: object[] }[] }[] };
    assert.deepEqual(
      runs[0]?.results.map(({ suppressions }) => suppressions),
      [
        undefined,
        [{ kind: 'external', status: 'accepted', justification: 'Accord du 05/03/2026' }],
        undefined,
      ],
    );
  });

  it('exceptions lists them all, with their state, and exits with 1 when one is to be seen to', async () => {
    const others = [
      { ...EXCEPTION, demande: undefined, jusquau: '04/03/2026' },
      { ...EXCEPTION, fichier: 'ailleurs/a.avance.json' },
    ];
    const folder = folderOf({ exceptions: [EXCEPTION, ...others] });
    const listed = await runCli(['exceptions', ...NOW], { folder });
    assert.equal(listed.code, 1);
    assert.match(
      listed.out,
      /^lots\/mars\.avance\.json, demande REF-0002 : .* \[date-format\]\n {2}Accord du 05\/03\/2026 · jusqu'au 31\/12\/2026 · en vigueur\n {2}\.segur\/segur\.json:3\n/,
    );
    const { out } = await runCli(['exceptions', 'lots', '--format', 'json', ...NOW], { folder });
    assert.deepEqual(
      (JSON.parse(out) as { etat: string; demande: unknown }[]).map(({ etat, demande }) => [etat, demande]),
      [
        ['en-vigueur', 'REF-0002'],
        ['perimee', null],
        ['inconnue', 'REF-0002'],
      ],
    );
    const clean = await runCli(['exceptions', ...NOW], { folder: folderOf({ exceptions: [EXCEPTION] }) });
    assert.equal(clean.code, 0);
    const none = await runCli(['exceptions', ...NOW], { folder: folderOf({}) });
    assert.match(none.out, /^Aucune exception/);
  });

  it('fix leaves as it is what is accepted', async () => {
    const folder = folderOf({ exceptions: [EXCEPTION] });
    const { out } = await runCli(['fix', '--dry-run', 'lots', ...NOW], { folder });
    assert.equal(out.match(/^-.*2025-09-12/gm)?.length, 2);
  });
});
