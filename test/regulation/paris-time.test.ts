import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, dayAt, dayCount, formatIsoDay, parseIsoDay } from '../../server/src/regulation/day-count';
import { parisInstant, parisTime, parseHour, utcText } from '../../server/src/regulation/paris-time';

const MINUTE = 60_000;
/** What the platform says of Paris: the tests may ask it, the core may not. */
const platform = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  dateStyle: 'short',
  timeStyle: 'short',
});

describe('the clock of Paris', () => {
  const from = Date.UTC(1997, 0, 1) / MINUTE;
  const to = Date.UTC(2099, 11, 31) / MINUTE;

  it('shows what the platform shows, at any minute of a century', () => {
    fc.assert(
      fc.property(fc.integer({ min: from, max: to }), (instant) => {
        const { jour, minutes } = parisTime(instant);
        const hour = `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
        const [day, time] = platform.format(new Date(instant * MINUTE)).split(' ');
        assert.equal(
          `${pad(jour.day)}/${pad(jour.month)}/${jour.year} ${hour}`,
          `${day ?? ''} ${time ?? ''}`,
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('gives back the moment that it showed, but in the hour that comes twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: from, max: to }), (instant) => {
        const { jour, minutes } = parisTime(instant);
        const again = parisInstant(jour, minutes);
        if (again === instant) return;
        assert.equal(again, instant - 60, 'the first of the two');
        assert.deepEqual(parisTime(again), { jour, minutes });
      }),
      { numRuns: 2000 },
    );
  });

  const changes: readonly { at: string; before: string; after: string }[] = [
    { at: '2026-03-29', before: '2026-03-29T00:59:00Z = 01:59', after: '2026-03-29T01:00:00Z = 03:00' },
    { at: '2026-10-25', before: '2026-10-25T00:59:00Z = 02:59', after: '2026-10-25T01:00:00Z = 02:00' },
    { at: '2024-03-31', before: '2024-03-31T00:59:00Z = 01:59', after: '2024-03-31T01:00:00Z = 03:00' },
    { at: '2021-10-31', before: '2021-10-31T00:59:00Z = 02:59', after: '2021-10-31T01:00:00Z = 02:00' },
  ];
  for (const { at, before, after } of changes) {
    it(`changes on the last Sunday, at 01:00 UTC: ${at}`, () => {
      const change = Date.parse(`${at}T01:00:00Z`) / MINUTE;
      const shown = (instant: number): string => {
        const { minutes } = parisTime(instant);
        return `${utcText(instant)} = ${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
      };
      assert.equal(shown(change - 1), before);
      assert.equal(shown(change), after);
    });
  }

  it('reads an hour that summer time skips as an hour later, one that comes twice as the first', () => {
    assert.equal(utcText(parisInstant({ year: 2026, month: 3, day: 29 }, 150)), '2026-03-29T01:30:00Z');
    assert.equal(utcText(parisInstant({ year: 2026, month: 10, day: 25 }, 150)), '2026-10-25T00:30:00Z');
  });

  it('noon is 11:00 UTC in winter and 10:00 UTC in summer; the end of a day is the next midnight', () => {
    assert.equal(utcText(parisInstant({ year: 2026, month: 11, day: 10 }, 720)), '2026-11-10T11:00:00Z');
    assert.equal(utcText(parisInstant({ year: 2026, month: 5, day: 13 }, 720)), '2026-05-13T10:00:00Z');
    assert.equal(utcText(parisInstant({ year: 2023, month: 12, day: 31 }, 1440)), '2023-12-31T23:00:00Z');
  });

  it('reads hours', () => {
    assert.equal(parseHour('12:00'), 720);
    assert.equal(parseHour('14:30'), 870);
    for (const text of ['', '12h', '9:00', '12:00:00']) assert.equal(parseHour(text), undefined, text);
  });
});

describe('the count of days', () => {
  it('is the one of the platform, and comes back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (count) => {
        const date = dayAt(count);
        assert.equal(dayCount(date), count);
        const platformDay = new Date(0);
        platformDay.setUTCDate(count + 1);
        assert.deepEqual(date, {
          year: platformDay.getUTCFullYear(),
          month: platformDay.getUTCMonth() + 1,
          day: platformDay.getUTCDate(),
        });
      }),
    );
  });

  it('crosses leap days', () => {
    assert.equal(formatIsoDay(addDays({ year: 2024, month: 2, day: 28 }, 1)), '2024-02-29');
    assert.equal(formatIsoDay(addDays({ year: 2024, month: 3, day: 1 }, -1)), '2024-02-29');
    assert.equal(formatIsoDay(addDays({ year: 2100, month: 2, day: 28 }, 1)), '2100-03-01');
  });

  it('reads days that exist only', () => {
    assert.deepEqual(parseIsoDay('2024-02-29'), { year: 2024, month: 2, day: 29 });
    for (const text of ['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '01/02/2026', '']) {
      assert.equal(parseIsoDay(text), undefined, text);
    }
  });
});

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
