import assert from 'node:assert/strict';
import { deadlines, nextDeadline, type Echeance, type Etat } from '../../server/src/regulation/deadlines';
import { utcText } from '../../server/src/regulation/paris-time';
import { REGULATION, regulationWith } from '../../server/src/regulation/regulation';
import { allSons, vagueOf } from '../../server/src/regulation/sons';
import type { RegulationValues } from '../../server/src/regulation/values';

/** A moment as the wall clock of Paris has it; the offset is written, so that no code of ours stands in between. */
const at = (text: string): number => {
  const instant = Date.parse(text) / 60_000;
  assert.ok(Number.isInteger(instant), text);
  return instant;
};

function step(id: string, now: string, overrides: RegulationValues = {}): Echeance {
  const [sons = '', etape] = id.split('.');
  const found = deadlines(sons, at(now), regulationWith(overrides)).find((one) => one.etape === etape);
  assert.ok(found, id);
  return found;
}

describe('the state of a date', () => {
  const closings: readonly { id: string; row: string; before: string; after: string; open: Etat }[] = [
    // V2, 12h, winter: Paris is at UTC+1.
    {
      id: 'IMG-DB-Va2.avance-fin',
      row: 'D01',
      before: '2026-11-10T11:59+01:00',
      after: '2026-11-10T12:01+01:00',
      open: 'ouvert',
    },
    {
      id: 'IMG-DB-Va2.solde-fin',
      row: 'D01',
      before: '2027-12-15T11:59+01:00',
      after: '2027-12-15T12:01+01:00',
      open: 'ouvert',
    },
    // V2, 12h by the general rule: the source gives no hour.
    {
      id: 'HOP-DPI-Va2.date-2',
      row: 'D01',
      before: '2025-12-15T11:59+01:00',
      after: '2025-12-15T12:01+01:00',
      open: 'ouvert',
    },
    // V2, 12h, summer: Paris is at UTC+2.
    {
      id: 'IMG-DB-Va2.date-3',
      row: 'D01',
      before: '2026-09-16T11:59+02:00',
      after: '2026-09-16T12:01+02:00',
      open: 'à venir',
    },
    {
      id: 'IMG-DB-Va2.realisation-fin',
      row: 'D01',
      before: '2027-09-15T11:59+02:00',
      after: '2027-09-15T12:01+02:00',
      open: 'ouvert',
    },
    {
      id: 'HOP-PFI-Va2.avance-fin',
      row: 'D01',
      before: '2025-09-17T11:59+02:00',
      after: '2025-09-17T12:01+02:00',
      open: 'ouvert',
    },
    {
      id: 'HOP-PFI-Va2.solde-fin',
      row: 'D01',
      before: '2026-06-17T11:59+02:00',
      after: '2026-06-17T12:01+02:00',
      open: 'à venir',
    },
    // V1, 14h: winter, then summer by the general rule.
    {
      id: 'MDV-LGC-Va1.solde-fin',
      row: 'D08',
      before: '2023-12-14T13:59+01:00',
      after: '2023-12-14T14:01+01:00',
      open: 'à venir',
    },
    {
      id: 'OFF-LGO-Va1.avance-fin',
      row: 'D08',
      before: '2023-03-15T13:59+01:00',
      after: '2023-03-15T14:01+01:00',
      open: 'à venir',
    },
    {
      id: 'MDV-LGC-Va1.referencement-fin',
      row: 'D08',
      before: '2022-06-15T13:59+02:00',
      after: '2022-06-15T14:01+02:00',
      open: 'à venir',
    },
    // No hour at all: the whole day counts, and it ends at the midnight of Paris.
    {
      id: 'MDV-LGC-Va1.realisation-fin',
      row: 'D08',
      before: '2023-09-20T23:59+02:00',
      after: '2023-09-21T00:01+02:00',
      open: 'ouvert',
    },
    {
      id: 'MS1-DUI-Va1.commandes-fin',
      row: 'D08',
      before: '2024-02-28T23:59+01:00',
      after: '2024-02-29T00:01+01:00',
      open: 'ouvert',
    },
  ];
  for (const { id, row, before, after, open } of closings) {
    it(`${row} ${id} closes on the minute: ${before} is before, ${after} after`, () => {
      assert.equal(step(id, before).etat, open);
      assert.equal(step(id, after).etat, 'fermé');
      assert.equal(step(id, before).moment?.jours, 0);
    });
  }

  it('D01 noon itself is too late: a request is filed before the hour', () => {
    assert.equal(step('IMG-DB-Va2.avance-fin', '2026-11-10T11:59+01:00').etat, 'ouvert');
    assert.equal(step('IMG-DB-Va2.avance-fin', '2026-11-10T12:00+01:00').etat, 'fermé');
  });

  it('D01 a desk opens at 14h, in winter as in summer', () => {
    const openings: readonly [string, string, string][] = [
      ['HOP-DPI-Va2.avance-ouverture', '2024-09-12T13:59+02:00', '2024-09-12T14:00+02:00'],
      ['IMG-RIS-Va2.enrolement-ouverture', '2025-05-15T13:59+02:00', '2025-05-15T14:00+02:00'],
    ];
    for (const [id, before, after] of openings) {
      assert.equal(step(id, before).etat, 'à venir');
      assert.equal(step(id, after).etat, 'ouvert');
    }
    const winter = override('MDV-LGC-Va2.avance-ouverture', '2026-02-05');
    assert.equal(step('MDV-LGC-Va2.avance-ouverture', '2026-02-05T13:59+01:00', winter).etat, 'à venir');
    assert.equal(step('MDV-LGC-Va2.avance-ouverture', '2026-02-05T14:00+01:00', winter).etat, 'ouvert');
  });

  it('D01 the last day of a desk that is not open yet is to come, not open', () => {
    assert.equal(step('HOP-PFI-Va2.avance-fin', '2024-09-12T13:59+02:00').etat, 'à venir');
    assert.equal(step('HOP-PFI-Va2.avance-fin', '2024-09-12T14:00+02:00').etat, 'ouvert');
  });

  it('D02 a doubtful date is neither open nor closed, before it and after it', () => {
    for (const id of ['HOP-DPI-Va2.avance-fin', 'HOP-DPI-Va2.solde-fin', 'HOP-DPI-Va2.date-3']) {
      for (const now of ['2025-01-01T12:00+01:00', '2026-11-22T12:00+01:00']) {
        assert.equal(step(id, now).etat, 'douteux', id);
      }
    }
  });

  it('D02 an unknown date has no day, no moment and no source to invent', () => {
    const { etat, moment } = step('HOP-PFI-Va2.date-2', '2025-01-01T12:00+01:00');
    assert.equal(etat, 'inconnu');
    assert.equal(moment, undefined);
  });

  it('D01 the PFI never borrows a date of the DPI', () => {
    const dpi = ['date-1', 'date-2', 'date-3'].map((etape) =>
      REGULATION.echeances.get(`HOP-DPI-Va2.${etape}`),
    );
    assert.ok(dpi.every((held) => held?.value));
    for (const etape of ['date-1', 'date-2', 'date-3']) {
      assert.equal(REGULATION.echeances.get(`HOP-PFI-Va2.${etape}`)?.value, null);
    }
  });

  it('D02 what was replaced stays, with its source', () => {
    const { held } = step('HOP-DPI-Va2.date-2', '2025-01-01T12:00+01:00');
    assert.deepEqual(held.supersedes, [{ value: '2025-06-18', source: ['S0'], asOf: '2024-07-05' }]);
  });

  it('D01 days left are those of the calendar of Paris', () => {
    const days = (now: string): number | undefined => step('IMG-DB-Va2.avance-fin', now).moment?.jours;
    assert.equal(days('2026-11-09T23:59+01:00'), 1);
    assert.equal(days('2026-11-09T23:30Z'), 0, 'half past midnight in Paris');
    assert.equal(days('2026-11-11T00:00+01:00'), -1);
    assert.equal(days('2026-10-10T12:00+02:00'), 31, 'over the end of summer time');
  });

  it('D08 no calendar of wave 1 has anything left to close', () => {
    const now = at('2026-11-22T12:00+01:00');
    const first = allSons().filter((sons) => vagueOf(sons) === 1);
    assert.equal(first.length, 10);
    for (const sons of first) {
      assert.equal(nextDeadline(deadlines(sons, now), now), undefined, sons);
      const closings = deadlines(sons, now).filter(({ sorte }) => sorte === 'cloture');
      assert.ok(closings.length > 0);
      for (const { id, etat } of closings) assert.ok(etat !== 'ouvert' && etat !== 'à venir', id);
    }
  });
});

describe('the state of an opening', () => {
  const opening = 'IMG-DB-Va2.avance-ouverture';

  it('D01 a desk that opened is open until its last day, and closed behind it', () => {
    assert.equal(step(opening, '2025-07-10T13:59+02:00').etat, 'à venir');
    assert.equal(step(opening, '2025-07-10T14:01+02:00').etat, 'ouvert');
    assert.equal(step(opening, '2026-11-10T11:59+01:00').etat, 'ouvert');
    assert.equal(step(opening, '2026-11-10T12:01+01:00').etat, 'fermé');
  });

  it('D02 a last day that is to be confirmed closes nothing: it may have moved', () => {
    assert.equal(step('HOP-DPI-Va2.avance-ouverture', '2026-03-05T12:00+01:00').etat, 'ouvert');
  });
});

describe('the next deadline', () => {
  const next = (sons: string, now: string): string | undefined =>
    nextDeadline(deadlines(sons, at(now)), at(now))?.id;

  it('D01 is the nearest last day to come', () => {
    assert.equal(next('IMG-DB-Va2', '2026-05-13T11:59+02:00'), 'IMG-DB-Va2.date-2');
    assert.equal(next('IMG-DB-Va2', '2026-05-13T12:00+02:00'), 'IMG-DB-Va2.date-3');
    assert.equal(next('IMG-DB-Va2', '2026-11-10T12:01+01:00'), 'IMG-DB-Va2.realisation-fin');
    assert.equal(next('IMG-DB-Va2', '2027-12-15T12:00+01:00'), undefined);
  });

  it('D02 may be doubtful, and its state says so', () => {
    const now = at('2026-01-10T12:00+01:00');
    const found = nextDeadline(deadlines('HOP-DPI-Va2', now), now);
    assert.equal(found?.id, 'HOP-DPI-Va2.solde-fin');
    assert.equal(found.etat, 'douteux');
  });

  it('is none where nothing is known', () => {
    assert.equal(next('MDV-LGC-Va2', '2026-01-10T12:00+01:00'), undefined);
  });
});

describe("a user's own dates", () => {
  it("D03 win over ours, are told as the user's, and keep ours as what they replaced", () => {
    const values = override('HOP-DPI-Va2.avance-fin', '2027-03-17T12:00');
    const found = step('HOP-DPI-Va2.avance-fin', '2027-03-17T11:59+01:00', values);
    assert.equal(found.etat, 'ouvert');
    assert.equal(found.held.origine, 'utilisateur');
    assert.deepEqual(found.held.source, ['Arrêté modificatif']);
    assert.equal(found.held.supersedes?.[0]?.value, '2025-12-17T12:00');
    assert.deepEqual(found.held.supersedes[0].source, ['S0', 'S3', 'W1']);
    assert.equal(step('HOP-DPI-Va2.avance-fin', '2027-03-17T12:01+01:00', values).etat, 'fermé');
  });

  it('D03 leave all other dates ours', () => {
    const values = override('HOP-DPI-Va2.avance-fin', '2027-03-17T12:00');
    const others = [...regulationWith(values).echeances.values()].filter(
      ({ origine }) => origine === 'utilisateur',
    );
    assert.deepEqual(
      others.map(({ id }) => id),
      ['HOP-DPI-Va2.avance-fin'],
    );
    assert.equal(REGULATION.echeances.get('HOP-DPI-Va2.avance-fin')?.origine, 'produit');
  });

  it('D03 fill what we do not know, with the general hour of the wave', () => {
    const found = step(
      'MDV-LGC-Va2.avance-fin',
      '2027-06-16T11:59+02:00',
      override('MDV-LGC-Va2.avance-fin', '2027-06-16'),
    );
    assert.equal(found.moment?.heure, '12:00');
    assert.equal(found.moment.regleHoraire?.id, 'vague-2.cloture');
    assert.equal(utcText(found.moment.instant), '2027-06-16T10:00:00Z');
  });

  it('D03 may bring a SONS that we lack, and the hours of a wave', () => {
    const values: RegulationValues = {
      ...override('NEW-ONE-Va3.avance-fin', '2029-01-10'),
      horaires: [{ id: 'vague-2.cloture', value: '18:00', source: ['Arrêté'], status: 'confirmé' }],
    };
    assert.equal(allSons(regulationWith(values))[0], 'NEW-ONE-Va3');
    assert.equal(step('NEW-ONE-Va3.avance-fin', '2029-01-10T23:59+01:00', values).etat, 'à venir');
    assert.equal(step('HOP-DPI-Va2.date-2', '2025-12-15T17:59+01:00', values).etat, 'ouvert');
  });
});

function override(id: string, value: string): RegulationValues {
  return {
    echeances: [{ id, value, source: ['Arrêté modificatif'], asOf: '2026-11-14', status: 'confirmé' }],
  };
}
