import assert from 'node:assert/strict';
import { contexteOf, montantsOf, type Montants } from '../../server/src/dossier/montants';
import { sourceTexts, whyNoPlafond } from '../../server/src/dossier/montants-words';
import type { PlafondConnu } from '../../server/src/dossier/plafond';
import type { Base } from '../../server/src/registry/base';
import { formatEuros } from '../../server/src/regulation/cents';
import type { Formule } from '../../server/src/regulation/formule';
import { REGULATION, regulationWith, type Regulation } from '../../server/src/regulation/regulation';
import { baseOf, type WrittenEtablissement } from '../support/base';
import { checkedText } from '../support/checked';
import { validFileOf } from '../support/valid-files';

const DPI = validFileOf('HOP-DPI-Va2');
const ONE = '"870000064"';

function montantsIn(text: string, base: Base | undefined, regulation: Regulation = REGULATION): Montants {
  const { dossier } = checkedText(text).analysis;
  const part = dossier?.demandes[0]?.part;
  assert.ok(dossier && part);
  return montantsOf(part, contexteOf(dossier, { regulation, base }));
}

function known(montants: Montants): PlafondConnu {
  assert.equal(montants.plafond.type, 'montant');
  assert.ok(montants.plafond.type === 'montant');
  return montants.plafond;
}

/** HT, TTC, the side that was computed. */
function sides(montants: Montants): unknown[] {
  const { ht, ttc, deduit } = known(montants);
  return [formatEuros(ht.cents), formatEuros(ttc.cents), deduit];
}

const base = (...plafonds: NonNullable<WrittenEtablissement['plafonds']>): Base =>
  baseOf([{ finess: '870000064', plafonds }]);

/** The same request for two establishments. */
const BOTH = DPI.replace(/(\{[^{}]*"870000064"[^{}]*\})/, (one: string) =>
  [one, one.replace('870000064', '990000127')].join(', '),
);

describe('the ceiling of a request in the base of eligible establishments', () => {
  it('M01 is the amount of the row for this SONS and prestation, told with its row', () => {
    const rows = baseOf('hopitaux.json');
    const montants = montantsIn(DPI, rows);
    assert.deepEqual(sides(montants), ['900.00', '1080.00', undefined]);
    assert.deepEqual(sourceTexts(known(montants).ht.sur, 'fr'), ['ligne 2 de base.xlsx', 'S0']);
    assert.deepEqual(sourceTexts(known(montants).ht.sur, 'en'), ['row 2 of base.xlsx', 'S0']);
    assert.equal(formatEuros(montants.ecart?.cents ?? 0n), '-100.00');
    assert.deepEqual(sides(montantsIn(DPI.replace('"VAGUE_2"', '"VAGUE_1_ET_2"'), rows)), [
      '1500.00',
      '1800.00',
      undefined,
    ]);
  });

  it('M01 the side that the row lacks is computed at 20 %, and says so', () => {
    const ht = montantsIn(DPI, base({ ht: '833.33' }));
    assert.deepEqual(sides(ht), ['833.33', '1000.00', 'TTC']);
    assert.deepEqual(sourceTexts(known(ht).ttc.sur, 'fr'), ['ligne 2 de base.xlsx', 'S0', 'W16']);
    assert.deepEqual(sides(montantsIn(DPI, base({ ttc: '430.00' }))), ['358.33', '430.00', 'HT']);
  });

  it('M01 a column that names the SONS or the prestation goes before one that does not', () => {
    const general = { ht: '1.00' };
    const wave = { prestation: 'VAGUE_2', ht: '2.00' };
    const exact = { sons: 'HOP-DPI-Va2', prestation: 'VAGUE_2', ht: '3.00' };
    const other = { sons: 'HOP-PFI-Va2', prestation: 'VAGUE_2', ht: '4.00' };
    assert.equal(sides(montantsIn(DPI, base(general, other)))[0], '1.00');
    assert.equal(sides(montantsIn(DPI, base(general, wave, other)))[0], '2.00');
    assert.equal(sides(montantsIn(DPI, base(exact, general, wave, other)))[0], '3.00');
    assert.equal(montantsIn(DPI, base(other)).plafond.type, 'sans-montant');
  });

  it('M01 two columns that disagree make no ceiling', () => {
    assert.equal(montantsIn(DPI, base({ ht: '1.00' }, { ht: '2.00' })).plafond.type, 'sans-montant');
    assert.equal(sides(montantsIn(DPI, base({ ht: '1.00' }, { ttc: '1.20' })))[2], undefined);
  });

  it('M01 several beneficiaries add up, each establishment once; one that is unknown makes the sum unknown', () => {
    const rows = baseOf('hopitaux.json');
    const sum = montantsIn(BOTH, rows);
    assert.deepEqual(sides(sum), ['2900.00', '3480.00', undefined]);
    assert.deepEqual(
      known(sum).lignes.map(({ lieu }) => lieu.ligne),
      [2, 3],
    );
    assert.deepEqual(sides(montantsIn(BOTH.replace('990000127', '870000064'), rows))[0], '900.00');
    assert.deepEqual(montantsIn(BOTH, base({ ht: '900.00' })).plafond, {
      type: 'hors-base',
      finess: '990000127',
      fichier: 'base.xlsx',
    });
  });

  it('M01 what is not known says why', () => {
    const why = (written: string, rows: Base): string | undefined =>
      whyNoPlafond(montantsIn(DPI.replace(ONE, written), rows).plafond)?.key;
    const rows = baseOf('hopitaux.json');
    assert.equal(why('"010780914"', rows), 'montants.plafond.hors-base');
    assert.equal(why('"990000218"', rows), 'montants.plafond.sans-montant');
    assert.equal(why('null', rows), 'montants.plafond.finess-illisible');
    assert.equal(why('"A10780914"', rows), 'montants.plafond.finess-illisible');
    assert.equal(whyNoPlafond(montantsIn(DPI, undefined).plafond)?.key, 'montants.plafond.table');
  });

  it('M01 outside hospitals, only a column that names the SONS is read, and is to be confirmed', () => {
    const ris = validFileOf('IMG-RIS-Va2');
    assert.equal(montantsIn(ris, base({ ht: '800.00' })).plafond.type, 'inconnu');
    const montants = montantsIn(ris, base({ sons: 'IMG-RIS-Va2', ht: '800.00' }));
    assert.deepEqual([sides(montants)[0], known(montants).ht.status], ['800.00', 'à confirmer']);
    const doctor = ris.replace('"medecinsLiberaux": []', '"medecinsLiberaux": [{ "a": 1 }]');
    assert.equal(montantsIn(doctor, base({ sons: 'IMG-RIS-Va2', ht: '800.00' })).plafond.type, 'inconnu');
    assert.equal(sides(montantsIn(validFileOf('MDV-LGC-Va1'), base({ ht: '1.00' })))[0], '358.33');
  });
});

describe("a user's own scale of a hospital", () => {
  const formule: Formule = {
    type: 'affine-par-tranches',
    variable: 'activite-combinee-2022',
    taxe: 'HT',
    tranches: [{ aPartirDe: '0', fixe: '100.00', parUnite: '0.10' }],
  };
  const own = (id: string): Regulation =>
    regulationWith({ baremes: [{ id, value: formule, source: ['mon barème'], status: 'confirmé' }] });
  const active = (...plafonds: NonNullable<WrittenEtablissement['plafonds']>): Base =>
    baseOf([{ finess: '870000064', activiteCombinee: '12000.5', plafonds }]);

  for (const id of ['HOP-DPI-Va2.bareme-calcul.vague-2', 'HOP-DPI-Va2.bareme.vague-2']) {
    it(`M02 ${id}: the base stands where both are known, and the difference is told`, () => {
      const { ht, calcul } = known(montantsIn(DPI, active({ ht: '1250.00' }), own(id)));
      assert.deepEqual([formatEuros(ht.cents), formatEuros(calcul?.ht ?? 0n)], ['1250.00', '1300.05']);
      assert.equal(known(montantsIn(DPI, active({ ht: '1300.05' }), own(id))).calcul, undefined);
    });

    it(`M02 ${id}: it makes the ceiling of a row that has an activity and no amount`, () => {
      const montants = montantsIn(DPI, active(), own(id));
      assert.deepEqual(sides(montants), ['1300.05', '1560.06', 'TTC']);
      assert.deepEqual(sourceTexts(known(montants).ht.sur, 'fr'), ['mon barème', 'ligne 2 de base.xlsx']);
    });
  }

  it('M02 without an activity in the row, the base alone speaks', () => {
    const regulation = own('HOP-DPI-Va2.bareme-calcul.vague-2');
    assert.equal(known(montantsIn(DPI, base({ ht: '5.00' }), regulation)).calcul, undefined);
    assert.equal(montantsIn(DPI, base(), regulation).plafond.type, 'sans-montant');
  });
});
