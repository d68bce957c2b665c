import assert from 'node:assert/strict';
import fc from 'fast-check';
import { baremeOf, ceiling, misplacedTranche, type Bareme } from '../../server/src/regulation/ceiling';
import type { AffineParTranches } from '../../server/src/regulation/formule';
import { regulationWith } from '../../server/src/regulation/regulation';

const VAT = 2000n;
const LIBERAL = baremeOf('MDV-LGC-Va1', 'liberal');
const STRUCTURE = baremeOf('MDV-LGC-Va1', 'structure');

describe('the scale of MDV-LGC-Va1', () => {
  it('M03 a doctor: 430 TTC, whoever asks', () => {
    assert.deepEqual(ceiling({}, LIBERAL, VAT), { type: 'montant', ttc: 43_000n, ht: 35_833n, deduit: 'HT' });
  });

  it('M03 a structure: 860 TTC and 344 for each professional', () => {
    const amounts: readonly [bigint, bigint, bigint][] = [
      [0n, 86_000n, 71_667n],
      [1n, 120_400n, 100_333n],
      [5n, 258_000n, 215_000n],
      [12n, 498_800n, 415_667n],
      [200n, 6_966_000n, 5_805_000n],
    ];
    for (const [nombre, ttc, ht] of amounts) {
      assert.deepEqual(ceiling({ nombre }, STRUCTURE, VAT), { type: 'montant', ttc, ht, deduit: 'HT' });
    }
  });

  it('M03 each professional more adds the same, to the cent', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 100_000n }), (nombre) => {
        assert.equal(ttcOf({ nombre: nombre + 1n }) - ttcOf({ nombre }), 34_400n);
      }),
    );
    function ttcOf(beneficiaire: { nombre: bigint }): bigint {
      const plafond = ceiling(beneficiaire, STRUCTURE, VAT);
      assert.equal(plafond.type, 'montant');
      return plafond.ttc;
    }
  });

  it('M03 a structure whose headcount is not known has no ceiling: it says what is missing', () => {
    const missing = { type: 'manque', quoi: 'professionnel-de-sante' };
    assert.deepEqual(ceiling({}, STRUCTURE, VAT), missing);
    assert.deepEqual(ceiling({ nombre: -1n }, STRUCTURE, VAT), missing);
  });
});

describe('other scales', () => {
  it('M01 HOP: the base of eligible establishments has the amount of each', () => {
    for (const sons of ['HOP-DPI-Va2', 'HOP-PFI-Va2']) {
      for (const cas of ['vague-2', 'vague-1-et-2']) {
        assert.deepEqual(ceiling({}, baremeOf(sons, cas), VAT), {
          type: 'table',
          table: 'base-es-eligibles',
        });
      }
    }
  });

  it('a scale that we do not know says so, and under which name to supply it', () => {
    const unknown: readonly [string, string | undefined, string][] = [
      ['MDV-LGC-Va2', 'liberal', 'MDV-LGC-Va2.bareme.liberal'],
      ['MDV-LGC-Va2', 'structure', 'MDV-LGC-Va2.bareme.structure'],
      ['IMG-RIS-Va2', undefined, 'IMG-RIS-Va2.bareme'],
      ['IMG-DB-Va2', 'vague-2', 'IMG-DB-Va2.bareme'],
      ['NEW-ONE-Va3', undefined, 'NEW-ONE-Va3.bareme'],
    ];
    for (const [sons, cas, id] of unknown) {
      assert.deepEqual(ceiling({ nombre: 3n }, baremeOf(sons, cas), VAT), { type: 'inconnu', id });
    }
  });

  it("D03 the user supplies it under that name, and it is the user's", () => {
    const regulation = regulationWith({
      baremes: [
        {
          id: 'IMG-RIS-Va2.bareme',
          value: { type: 'forfait', montant: '1000.50', taxe: 'HT' },
          source: ['AF'],
          status: 'confirmé',
        },
      ],
    });
    const bareme = baremeOf('IMG-RIS-Va2', undefined, regulation);
    assert.equal(bareme.held?.origine, 'utilisateur');
    assert.deepEqual(ceiling({}, bareme, VAT), {
      type: 'montant',
      ht: 100_050n,
      ttc: 120_060n,
      deduit: 'TTC',
    });
  });
});

describe('a scale for one case only', () => {
  it("D03 of the user's wins over the general one, in that case", () => {
    const formule = { type: 'forfait', montant: '10.00', taxe: 'HT' } as const;
    const regulation = regulationWith({
      baremes: [{ id: 'IMG-DB-Va2.bareme.vague-2', value: formule, source: ['AF'], status: 'confirmé' }],
    });
    assert.equal(baremeOf('IMG-DB-Va2', 'vague-2', regulation).type, 'connu');
    assert.equal(baremeOf('IMG-DB-Va2', 'vague-1-et-2', regulation).type, 'inconnu');
  });
});

describe('a scale that is affine by parts', () => {
  /** Four tranches whose lines meet: bounds, slopes and first amount are drawn, the rest follows. */
  const drawn = fc
    .record({
      steps: fc.array(fc.integer({ min: 1, max: 50_000 }), { minLength: 3, maxLength: 3 }),
      slopes: fc.array(fc.integer({ min: 0, max: 5_000_000 }), { minLength: 4, maxLength: 4 }),
      first: fc.integer({ min: 0, max: 1_000_000 }),
    })
    .map(({ steps, slopes, first }): { formule: AffineParTranches; bounds: readonly number[] } => {
      const bounds = [
        0,
        ...steps.map((_step, rank) => steps.slice(0, rank + 1).reduce((sum, step) => sum + step, 0)),
      ];
      // Millionths: fixe(k) = fixe(k-1) + (slope(k-1) - slope(k)) × bound(k), so that both lines agree at the bound.
      let fixe = BigInt(first) * 1_000_000n;
      const tranches = bounds.map((bound, rank) => {
        const slope = BigInt(slopes[rank] ?? 0);
        if (rank > 0) fixe += (BigInt(slopes[rank - 1] ?? 0) - slope) * BigInt(bound);
        return { aPartirDe: String(bound), fixe: decimal(fixe), parUnite: decimal(slope) };
      });
      return { formule: { type: 'affine-par-tranches', variable: 'activite', taxe: 'HT', tranches }, bounds };
    });

  it('M02 its tranches join without a gap: at each bound both lines give the same amount', () => {
    fc.assert(
      fc.property(drawn, ({ formule, bounds }) => {
        assert.equal(misplacedTranche(formule), undefined);
        for (const [rank, bound] of bounds.entries()) {
          if (rank === 0) continue;
          const before = { ...formule, tranches: formule.tranches.slice(0, rank) };
          assert.equal(htAt(formule, String(bound)), htAt(before, String(bound)));
        }
      }),
    );
  });

  it('M02 a millionth below a bound, the tranche before it still holds', () => {
    fc.assert(
      fc.property(drawn, ({ formule, bounds }) => {
        for (const [rank, bound] of bounds.entries()) {
          if (rank === 0) continue;
          const justBelow = `${bound - 1}.999999`;
          const before = { ...formule, tranches: formule.tranches.slice(0, rank) };
          assert.equal(htAt(formule, justBelow), htAt(before, justBelow));
        }
      }),
    );
  });

  it('M02 is exact: euros = fixe + parUnite × variable, half a cent up', () => {
    const formule: AffineParTranches = {
      type: 'affine-par-tranches',
      variable: 'activite-combinee-2022',
      taxe: 'HT',
      tranches: [
        { aPartirDe: '0', fixe: '10000', parUnite: '0.5' },
        { aPartirDe: '1000', fixe: '10400', parUnite: '0.1' },
      ],
    };
    assert.equal(htAt(formule, '0'), 1_000_000n);
    assert.equal(htAt(formule, '999.99'), 1_050_000n, '10499.995');
    assert.equal(htAt(formule, '1000'), 1_050_000n);
    assert.equal(htAt(formule, '1000.04'), 1_050_000n, '10500.004');
    assert.equal(htAt(formule, '1000.05'), 1_050_001n, '10500.005');
    assert.equal(htAt(formule, '123456.7'), 2_274_567n);
  });

  it('M02 without the variable, it says what is missing', () => {
    const formule: AffineParTranches = {
      type: 'affine-par-tranches',
      variable: 'activite',
      taxe: 'HT',
      tranches: [{ aPartirDe: '0', fixe: '1', parUnite: '1' }],
    };
    for (const variable of ['', '-1', 'douze']) {
      assert.deepEqual(ceiling({ variable }, known(formule), VAT), { type: 'manque', quoi: 'activite' });
    }
  });

  it('M02 tranches out of their place are found', () => {
    const with_ = (...starts: string[]): AffineParTranches => ({
      type: 'affine-par-tranches',
      variable: 'x',
      taxe: 'HT',
      tranches: starts.map((aPartirDe) => ({ aPartirDe, fixe: '0', parUnite: '0' })),
    });
    assert.equal(misplacedTranche(with_('0', '10', '20.5')), undefined);
    assert.equal(misplacedTranche(with_('5', '10'))?.aPartirDe, '5', 'nothing below 5');
    assert.equal(misplacedTranche(with_('0', '20', '10'))?.aPartirDe, '10', 'out of order');
    assert.equal(misplacedTranche(with_('0', '20', '20'))?.aPartirDe, '20', 'twice');
  });

  function htAt(formule: AffineParTranches, variable: string): bigint {
    const plafond = ceiling({ variable }, known(formule), VAT);
    assert.equal(plafond.type, 'montant');
    return plafond.ht;
  }

  function known(formule: AffineParTranches): Bareme {
    const held = {
      id: 'x.bareme',
      value: formule,
      source: ['x'],
      status: 'confirmé',
      origine: 'utilisateur',
    } as const;
    return { type: 'connu', formule, held };
  }

  function decimal(millionths: bigint): string {
    const digits = String(millionths < 0n ? -millionths : millionths).padStart(7, '0');
    return `${millionths < 0n ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}`;
  }
});
