import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CalendarDate } from '../../server/src/regulation/calendar-date';
import { formatIsoDay, parseIsoDay } from '../../server/src/regulation/day-count';
import {
  firstAdmissibleOrder,
  lastAdmissibleOrder,
  lastCompleteFile,
} from '../../server/src/regulation/order-window';
import { regulationWith } from '../../server/src/regulation/regulation';
import { uniquenessOf } from '../../server/src/regulation/uniqueness';

function day(text: string): CalendarDate {
  const date = parseIsoDay(text);
  assert.ok(date);
  return date;
}

const written = (borne: { jour: CalendarDate } | undefined): string | undefined =>
  borne && formatIsoDay(borne.jour);

describe('the days on which an order may be signed', () => {
  it('D05 at most 120 calendar days before the complete file', () => {
    assert.equal(written(firstAdmissibleOrder(day('2025-12-15'))), '2025-08-17');
    assert.equal(written(firstAdmissibleOrder(day('2024-06-28'))), '2024-02-29', 'leap day');
    assert.equal(written(lastCompleteFile(day('2025-08-17'))), '2025-12-15');
  });

  it('D05 the two bounds mirror each other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2021, max: 2030 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const signed = { year, month, day: 28 };
        const filed = lastCompleteFile(signed)?.jour;
        assert.ok(filed);
        assert.deepEqual(firstAdmissibleOrder(filed)?.jour, signed);
      }),
    );
  });

  it("D05 says which rule sets it, and obeys the user's correction", () => {
    const held = firstAdmissibleOrder(day('2025-12-15'))?.held;
    assert.deepEqual(held?.source, ['S1', 'S2', 'W13', 'W51']);
    const id = 'commande.delai-avant-dossier-complet';
    const regulation = regulationWith({
      nombres: [{ id, value: 150, unite: 'jours', source: ['Arrêté'], status: 'confirmé' }],
    });
    assert.equal(written(firstAdmissibleOrder(day('2025-12-15'), regulation)), '2025-07-18');
    const unknown = regulationWith({
      nombres: [{ id, value: null, unite: 'jours', source: [], status: 'inconnu' }],
    });
    assert.equal(firstAdmissibleOrder(day('2025-12-15'), unknown), undefined);
    assert.equal(lastCompleteFile(day('2025-12-15'), unknown), undefined);
  });

  it('D04 until the day on which the avances end, with what is known of that day', () => {
    assert.equal(written(lastAdmissibleOrder('IMG-DB-Va2')), '2026-11-10');
    assert.equal(written(lastAdmissibleOrder('MDV-LGC-Va1')), '2022-11-30');
    assert.equal(lastAdmissibleOrder('HOP-DPI-Va2')?.held.status, 'à confirmer');
    assert.equal(lastAdmissibleOrder('MDV-LGC-Va2'), undefined);
    assert.equal(lastAdmissibleOrder('NEW-ONE-Va3'), undefined);
  });
});

describe('what counts a beneficiary once', () => {
  it('U01 by wave, by SONS, and by case where there are two', () => {
    assert.deepEqual(uniquenessOf('HOP-DPI-Va2', 'vague')?.value, ['finess-pmsi']);
    assert.deepEqual(uniquenessOf('IMG-RIS-Va2', 'vague')?.value, ['siren']);
    assert.deepEqual(uniquenessOf('IMG-RIS-Va2', 'sons')?.value, ['finess-geo', 'numero-am']);
    assert.deepEqual(uniquenessOf('MDV-LGC-Va2', 'sons', 'structure')?.value, ['finess-geo']);
    assert.deepEqual(uniquenessOf('MDV-LGC-Va2', 'sons', 'liberal')?.value, ['rpps']);
    assert.equal(uniquenessOf('MDV-LGC-Va2', 'sons'), undefined);
    assert.equal(uniquenessOf('OFF-LGO-Va2', 'sons')?.status, 'inconnu');
  });
});
