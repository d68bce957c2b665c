import assert from 'node:assert/strict';
import fc from 'fast-check';
import { daysInMonth, formatJour, parseJour, readJour } from '../../server/src/regulation/calendar-date';

const years = fc.integer({ min: 1600, max: 9999 });
const months = fc.integer({ min: 1, max: 12 });

describe('calendar dates', () => {
  it('J10: a month has as many days as in the calendar of the machine', () => {
    fc.assert(
      fc.property(years, months, (year, month) => {
        assert.equal(daysInMonth(year, month), new Date(Date.UTC(year, month, 0)).getUTCDate());
      }),
    );
  });

  it('J10: knows the leap years', () => {
    assert.deepEqual(
      [1900, 2000, 2023, 2024, 2100].map((year) => daysInMonth(year, 2)),
      [28, 29, 28, 29, 28],
    );
    assert.deepEqual([daysInMonth(2025, 0), daysInMonth(2025, 13)], [0, 0]);
  });

  it('J10: a day that is written is read back', () => {
    fc.assert(
      fc.property(years, months, fc.integer({ min: 1, max: 28 }), (year, month, day) => {
        assert.deepEqual(parseJour(formatJour({ year, month, day })), { year, month, day });
      }),
    );
  });

  it('J10: reads JJ/MM/AAAA and no other form', () => {
    assert.deepEqual(parseJour('12/09/2025'), { year: 2025, month: 9, day: 12 });
    for (const text of [
      '2025-09-12',
      '1/2/2025',
      '12/09/25',
      ' 12/09/2025',
      '12/09/2025\n',
      '12-09-2025',
      '',
    ]) {
      assert.equal(readJour(text), undefined, text);
    }
  });

  it('J10: reads a day that does not exist as such, and does not take it for a date', () => {
    for (const text of ['31/02/2025', '00/13/2025', '29/02/2023', '01/01/0000', '09/30/2025', '32/01/2025']) {
      assert.ok(readJour(text), text);
      assert.equal(parseJour(text), undefined, text);
    }
  });
});
