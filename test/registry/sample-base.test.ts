import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { finessKeyHolds } from '../../server/src/registry/finess';
import { loadBase } from '../../server/src/registry/import/load-base';
import { proposeMapping } from '../../server/src/registry/mapping/propose';
import { readTable } from '../../server/src/registry/table/read-table';
import { finish } from '../../server/src/registry/table/steps';

const CSV = 'samples/base-es-fictive.csv';
const XLSX = 'samples/base-es-fictive.xlsx';

function load(file: string) {
  const read = finish(loadBase(readFileSync(file), file));
  assert.ok(read.etat === 'lue');
  return read;
}

describe('M01 the sample base', () => {
  it('is what its script makes', async () => {
    const { sampleCsv, sampleXlsx } = await import('../../scripts/sample-base.mjs');
    assert.equal(readFileSync(CSV, 'utf8'), sampleCsv(500));
    assert.deepEqual(unzipSync(readFileSync(XLSX)), unzipSync(sampleXlsx(500)));
    assert.deepEqual(sampleXlsx(20), sampleXlsx(20));
  });

  it('is the same base as a CSV and as a workbook, and nothing of it is refused', () => {
    const [csv, xlsx] = [load(CSV), load(XLSX)];
    for (const { base, rapport } of [csv, xlsx]) {
      assert.deepEqual([rapport.lues, base.size, rapport.refus, rapport.remarques], [500, 500, [], []]);
    }
    assert.deepEqual(csv.base.search('', 500), xlsx.base.search('', 500));
    assert.equal(xlsx.base.source.feuille, 'Base ES (fictive)');
  });

  it('is fictional, and holds the establishments of the sample requests', () => {
    const { base } = load(CSV);
    for (const { finess, raisonSociale, plafonds } of base.search('', 500)) {
      assert.match(finess, /^99/);
      assert.equal(finessKeyHolds(finess), true);
      assert.match(raisonSociale ?? '', / \(fictif\)$/);
      assert.equal(plafonds.length, 4);
      for (const { ht = 0n, ttc } of plafonds) assert.equal(ttc, (ht * 6n) / 5n);
    }
    assert.equal(base.find('990000119')?.raisonSociale, 'Centre hospitalier de Montjoie (fictif)');
    assert.equal(base.search('val cl', 1)[0]?.finess, '990000127');
  });
});

describe('a mapping', () => {
  const table = finish(readTable(readFileSync(CSV), CSV));
  assert.ok(table.etat === 'table');
  const proposed = proposeMapping(table);
  assert.ok(proposed.etat === 'proposition');

  it('is proposed from the header, with nothing missing', () => {
    assert.deepEqual(proposed.manque, []);
    assert.deepEqual(
      proposed.mapping.colonnes.map(({ role, sons, prestation, taxe }) =>
        [role, sons, prestation, taxe].filter((said) => said !== undefined).join(' '),
      ),
      [
        'finess',
        'raison-sociale',
        'nature',
        'finess-lie',
        'categorie',
        'siren',
        'activite-combinee',
        'montant HOP-DPI-Va2 VAGUE_2 HT',
        'montant HOP-DPI-Va2 VAGUE_2 TTC',
        'montant HOP-DPI-Va2 VAGUE_1_ET_2 HT',
        'montant HOP-DPI-Va2 VAGUE_1_ET_2 TTC',
        'montant HOP-PFI-Va2 VAGUE_2 HT',
        'montant HOP-PFI-Va2 VAGUE_2 TTC',
        'montant HOP-PFI-Va2 VAGUE_1_ET_2 HT',
        'montant HOP-PFI-Va2 VAGUE_1_ET_2 TTC',
      ],
    );
  });

  it('fits a newer file whose columns have moved, once kept as JSON', () => {
    const kept = JSON.parse(JSON.stringify(proposed.mapping)) as typeof proposed.mapping;
    const moved = readFileSync(CSV, 'utf8')
      .split('\n')
      .map((line) => line.split(';').toReversed().join(';'))
      .join('\n');
    const read = finish(loadBase(Buffer.from(moved), 'moved.csv', kept));
    assert.ok(read.etat === 'lue');
    assert.deepEqual(read.base.search('', 500), load(CSV).base.search('', 500));
    const without = moved.replace('N° FINESS', 'Numéro');
    const refused = finish(loadBase(Buffer.from(without), 'moved.csv', kept));
    assert.ok(refused.etat === 'refus');
    assert.equal(refused.message.key, 'base.refus.colonnes');
  });
});
