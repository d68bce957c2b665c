import assert from 'node:assert/strict';
import fc from 'fast-check';
import { translate } from '../../server/src/messages/catalogue';
import { factsOf } from '../../server/src/messages/params';
import { amountText, rateText } from '../../server/src/messages/quantity';
import { htWithin, readRate, split, ttc } from '../../server/src/regulation/amounts';
import { readCents } from '../../server/src/regulation/cents';
import { REGULATION, regulationWith } from '../../server/src/regulation/regulation';
import { roundedQuotient } from '../../server/src/regulation/rounding';
import { sharesOf } from '../../server/src/regulation/shares';

/** Up to ten billion euros. */
const cents = fc.bigInt({ min: 0n, max: 1_000_000_000_000n });
const rates = fc.bigInt({ min: 0n, max: 10_000n });

/** The nearest whole number to a fraction, found by looking at both neighbours: another way than the product's. */
function nearest(numerator: bigint, denominator: bigint): bigint {
  const below = numerator / denominator;
  const toBelow = numerator - below * denominator;
  const toAbove = (below + 1n) * denominator - numerator;
  return toAbove <= toBelow ? below + 1n : below;
}

describe('shares', () => {
  it('M04 avance + solde = total, to the cent, whatever the share', () => {
    fc.assert(
      fc.property(cents, rates, (total, share) => {
        const { avance, solde } = split(total, share);
        assert.equal(avance + solde, total);
        assert.equal(avance, nearest(total * share, 10_000n));
        assert.ok(avance >= 0n && solde >= 0n);
      }),
    );
  });

  it('M04 a half cent of the avance goes up', () => {
    assert.deepEqual(split(125n, 4000n), { avance: 50n, solde: 75n });
    assert.deepEqual(split(5n, 3000n), { avance: 2n, solde: 3n });
    assert.deepEqual(split(5n, 1000n), { avance: 1n, solde: 4n });
  });

  it('M04 V1 pays 30 then 70, V2 pays 40 then 60', () => {
    assert.deepEqual(percents('MDV-LGC-Va1', true), [30, 70]);
    assert.deepEqual(percents('RAD-RIS-Va1', true), [30, 70]);
    assert.deepEqual(percents('HOP-DPI-Va2', true), [40, 60]);
    assert.deepEqual(percents('IMG-DB-Va2', true), [40, 60]);
    assert.equal(sharesOf('sans-vague', { dossierCompletDate2: true }), undefined);
  });

  it('M05 HOP-DPI without a complete file at date 2 pays 25, and its solde is the rest, said to be deduced', () => {
    assert.deepEqual(percents('HOP-DPI-Va2', false), [25, 75]);
    const parts = sharesOf('HOP-DPI-Va2', { dossierCompletDate2: false });
    assert.deepEqual([parts?.avance.status, parts?.avance.inferred], ['confirmé', undefined]);
    assert.deepEqual([parts?.solde.status, parts?.solde.inferred], ['à confirmer', true]);
  });

  it('M05 holds for HOP-DPI only', () => {
    assert.deepEqual(percents('HOP-PFI-Va2', false), [40, 60]);
    assert.deepEqual(percents('MDV-LGC-Va2', false), [40, 60]);
  });

  it('M04 the shares of a wave add up to the whole', () => {
    const part = (id: string): number => REGULATION.nombres.get(id)?.value ?? NaN;
    for (const vague of ['vague-1', 'vague-2']) {
      assert.equal(part(`${vague}.part-avance`) + part(`${vague}.part-solde`), 100);
    }
  });

  it('D03 a user may correct a share', () => {
    const regulation = regulationWith({
      nombres: [{ id: 'vague-2.part-avance', value: 50, unite: '%', source: ['Arrêté'], status: 'confirmé' }],
    });
    const parts = sharesOf('HOP-PFI-Va2', { dossierCompletDate2: true }, regulation);
    assert.deepEqual([parts?.avance.value, parts?.avance.origine], [50, 'utilisateur']);
  });

  function percents(sons: string, dossierCompletDate2: boolean): (number | null | undefined)[] {
    const parts = sharesOf(sons, { dossierCompletDate2 });
    return [parts?.avance.value, parts?.solde.value];
  }
});

describe('tax', () => {
  it('M06 TTC = HT × (1 + rate), half a cent up', () => {
    fc.assert(
      fc.property(cents, rates, (ht, rate) => {
        assert.equal(ttc(ht, rate), nearest(ht * (10_000n + rate), 10_000n));
      }),
    );
  });

  it('M06 the HT within a TTC gives that TTC again, or is the nearest that can', () => {
    fc.assert(
      fc.property(cents, rates, (amount, rate) => {
        assert.equal(htWithin(amount, rate), nearest(amount * 10_000n, 10_000n + rate));
        const error = ttc(htWithin(amount, rate), rate) - amount;
        assert.ok(error >= -1n && error <= 1n);
      }),
    );
  });

  it('M06 the computed values that the facts give', () => {
    const vat = 2000n;
    assert.equal(ttc(62_500n, vat), 75_000n);
    assert.equal(ttc(87_500n, vat), 105_000n);
    assert.equal(htWithin(43_000n, vat), 35_833n);
    assert.equal(htWithin(86_000n, vat), 71_667n);
    assert.equal(htWithin(34_400n, vat), 28_667n);
    assert.deepEqual(split(43_000n, 3000n), { avance: 12_900n, solde: 30_100n });
  });

  it('M06 half a cent goes up where a double would lose it', () => {
    assert.equal(ttc(readCents('1.05')?.cents ?? 0n, 1000n), 116n, '1.155');
    assert.equal(ttc(readCents('10.15')?.cents ?? 0n, 1000n), 1117n, '11.165');
    assert.equal(ttc(readCents('19.99')?.cents ?? 0n, 0n), 1999n);
  });

  it('M06 reads rates to a hundredth of a per cent', () => {
    const read: readonly [string, bigint | undefined][] = [
      ['20', 2000n],
      ['20.00', 2000n],
      ['5.5', 550n],
      ['2.1', 210n],
      ['0', 0n],
      ['5.555', undefined],
      ['-20', undefined],
      ['20 %', undefined],
      ['', undefined],
    ];
    for (const [text, rate] of read) assert.equal(readRate(text), rate, text);
  });
});

describe('rounding', () => {
  it('is to the nearest, a half away from zero, on both sides', () => {
    fc.assert(
      fc.property(cents, fc.bigInt({ min: 1n, max: 1_000_000n }), (numerator, denominator) => {
        assert.equal(roundedQuotient(numerator, denominator), nearest(numerator, denominator));
        assert.equal(roundedQuotient(-numerator, denominator), -nearest(numerator, denominator));
      }),
    );
  });
});

describe('amounts and rates as texts', () => {
  const written: readonly [bigint, string, string][] = [
    [0n, '0,00 €', '€0.00'],
    [5n, '0,05 €', '€0.05'],
    [43_000n, '430,00 €', '€430.00'],
    [123_456n, '1 234,56 €', '€1,234.56'],
    [123_456_789n, '1 234 567,89 €', '€1,234,567.89'],
    [-123_456n, '-1 234,56 €', '-€1,234.56'],
  ];

  it('are written as each language writes them', () => {
    for (const [value, french, english] of written) {
      assert.equal(amountText(value, 'fr'), french.replaceAll(' ', '\u00A0'));
      assert.equal(amountText(value, 'en'), english);
    }
    assert.deepEqual(
      [2000n, 550n, 525n, 0n].map((rate) => [rateText(rate, 'fr'), rateText(rate, 'en')]),
      [
        ['20\u00A0%', '20%'],
        ['5,5\u00A0%', '5.5%'],
        ['5,25\u00A0%', '5.25%'],
        ['0\u00A0%', '0%'],
      ],
    );
  });

  it('fill a sentence in its language, alone or among others, and are facts in none', () => {
    const params = {
      ht: { euros: 123_456n },
      taux: { pourcent: 550n },
      attendu: ['990000002 ', { euros: 5n }],
      ttc: { euros: -5n },
    };
    const key = 'regle.tva-incoherente.message.ecart';
    const [french, english] = [translate('fr', key, params), translate('en', key, params)];
    assert.ok(
      french.startsWith('1\u00A0234,56\u00A0€ HT à 5,5\u00A0% font 990000002 0,05\u00A0€ TTC, et non -0,05'),
    );
    assert.ok(english.startsWith('€1,234.56 HT at 5.5% make 990000002 €0.05 TTC, not -€0.05.'));
    const facts = { ht: '1234.56', taux: '5.50', attendu: '990000002 0.05', ttc: '-0.05' };
    assert.deepEqual(factsOf(params), facts);
  });

  it('come back from their text', () => {
    fc.assert(
      fc.property(cents, (value) => {
        const raw = amountText(value, 'fr').replaceAll('\u00A0', '').replace('€', '').replace(',', '.');
        assert.deepEqual(readCents(raw), { cents: value, exact: true });
      }),
    );
  });
});
