import assert from 'node:assert/strict';
import { periodAround } from '../../server/src/regulation/period';
import { REGULATION, regulationWith } from '../../server/src/regulation/regulation';
import { momentOf } from '../support/fixture';

const OURS = [REGULATION];

describe('periods: what stands until a day or a desk turns', () => {
  const periods: readonly [string, string, string, string][] = [
    ['a day of which the texts say nothing', '2026-11-22T16:00', '2026-11-22T00:00', '2026-11-23T00:00'],
    ['the last minute of a day', '2026-11-22T23:59', '2026-11-22T00:00', '2026-11-23T00:00'],
    ['the first minute of a day', '2026-11-23T00:00', '2026-11-23T00:00', '2026-11-24T00:00'],
    ['before a desk of wave 1 closes', '2022-11-30T13:59', '2022-11-30T00:00', '2022-11-30T14:00'],
    ['from its closing on', '2022-11-30T14:00', '2022-11-30T14:00', '2022-12-01T00:00'],
  ];
  for (const [what, now, since, until] of periods) {
    it(`D01 ${what}: ${since} to ${until}`, () => {
      assert.deepEqual(periodAround(momentOf(now), OURS), { since: momentOf(since), until: momentOf(until) });
    });
  }

  it('days of 23 and 25 hours, when clocks change', () => {
    const hours = (day: string): number => {
      const { since, until } = periodAround(momentOf(`${day}T12:00`), OURS);
      return (until - since) / 60;
    };
    assert.deepEqual([hours('2025-10-26'), hours('2027-03-28')], [25, 23]);
  });

  it("D03 an hour of a user's own dates counts beside ours", () => {
    const echeances = [
      {
        id: 'MDV-LGC-Va2.avance-fin',
        value: '2026-11-22T12:00',
        source: ['Arrêté inventé'],
        status: 'à confirmer' as const,
      },
    ];
    const { until } = periodAround(momentOf('2026-11-22T09:00'), [REGULATION, regulationWith({ echeances })]);
    assert.equal(until, momentOf('2026-11-22T12:00'));
  });
});
