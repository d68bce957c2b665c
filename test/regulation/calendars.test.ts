import assert from 'node:assert/strict';
import { REGULATION } from '../../server/src/regulation/regulation';
import { byId, rowFrom, rowsOf } from './table';

/** Copied by hand from the tables of dates: step | value | sources | ok, ? or - | what it replaced (sources). */
const CALENDARS: Readonly<Record<string, string>> = {
  'HOP-DPI-Va2': `
    arrete                 | 2024-05-16       | S3       | ok
    referencement-ouverture| 2024-06-21       | S0       | ok
    enrolement-ouverture   | 2024-06-20T14:00 | S0 W1    | ok
    simulateur-ouverture   | 2024-07-11       | S0       | ok
    modele-avance          | 2024-09-12       | W1       | ok
    avance-ouverture       | 2024-09-12T14:00 | W1       | ok
    solde-ouverture        | -                |          | -
    date-1                 | 2024-11-19       | S0       | ok
    date-2                 | 2025-12-15       | S2       | ok | 2025-06-18 (S0)
    date-3                 | 2025-09-17       | S0       | ?
    avance-fin             | 2025-12-17T12:00 | S0 S3 W1 | ?
    realisation-fin        | -                |          | -
    solde-fin              | 2026-09-16T12:00 | S3       | ?`,
  'HOP-PFI-Va2': `
    arrete                 | 2024-05-16       | S3       | ok
    referencement-ouverture| 2024-06-21       | S0       | ok
    enrolement-ouverture   | 2024-06-20T14:00 | S0 W1    | ok
    simulateur-ouverture   | 2024-07-11       | S0       | ok
    modele-avance          | 2024-09-12       | W1       | ok
    avance-ouverture       | 2024-09-12T14:00 | W1       | ok
    solde-ouverture        | -                |          | -
    date-1                 | -                | S0 W59   | -
    date-2                 | -                | S0 W59   | -
    date-3                 | -                | S0 W59   | -
    avance-fin             | 2025-09-17T12:00 | S0 S3 W1 | ok
    realisation-fin        | -                |          | -
    solde-fin              | 2026-06-17T12:00 | S3       | ok`,
  'IMG-DB-Va2': `
    arrete                 | 2025-02-20       | W48      | ?
    enrolement-ouverture   | 2025-05-15T14:00 | W2       | ok
    simulateur-ouverture   | 2025-05-15T14:00 | W2       | ok
    avance-ouverture       | 2025-07-10T14:00 | W2       | ok
    solde-ouverture        | 2026-02-05T14:00 | S2       | ? | 2024-02-05T14:00 (S2)
    date-1                 | 2025-09-10T12:00 | W5       | ok
    date-2                 | 2026-05-13T12:00 | W5       | ok
    date-3                 | 2026-09-16T12:00 | W5       | ok
    avance-fin             | 2026-11-10T12:00 | W5       | ok
    realisation-fin        | 2027-09-15T12:00 | W5       | ok
    solde-fin              | 2027-12-15T12:00 | W5       | ok`,
  'IMG-RIS-Va2': `
    arrete                 | -                |          | -
    enrolement-ouverture   | 2025-05-15T14:00 | W2       | ok
    simulateur-ouverture   | 2025-05-15T14:00 | W2       | ok
    avance-ouverture       | 2025-07-10T14:00 | W2       | ok
    solde-ouverture        | 2026-02-05T14:00 | S2       | ? | 2024-02-05T14:00 (S2)
    date-1                 | 2025-09-10       | W49      | ?
    date-2                 | -                |          | -
    date-3                 | -                |          | -
    avance-fin             | -                | S2       | -
    realisation-fin        | -                |          | -
    solde-fin              | -                |          | -`,
  'MDV-LGC-Va2': `
    avance-ouverture       | 2026-02-05T14:00 | S2       | ? | 2024-02-05T14:00 (S2)
    solde-ouverture        | -                |          | -
    date-1                 | -                |          | -
    date-2                 | -                |          | -
    date-3                 | -                |          | -
    avance-fin             | -                |          | -
    realisation-fin        | -                |          | -
    solde-fin              | -                |          | -`,
  'BIO-SGL-Va2': undated('S0 S2 W55'),
  'OFF-LGO-Va2': undated('W55'),
  'SF-Va2': undated('W55'),
  'CD-Va2': undated('W55'),
  'PARAMED-Va2': undated('W55'),
  'MDV-LGC-Va1': `
    arrete                 | -                |             | -
    modele-solde           | 2022-01-18       | W3          | ok
    referencement-fin      | 2022-06-15       | W39 W41     | ok | 2022-05-15 (S1)
    avance-fin             | 2022-11-30       | W40 W41     | ok | 2022-07-15 (S1 S4)
    realisation-fin        | 2023-09-20       | W36 W37 W40 | ok
    solde-fin              | 2023-12-14T14:00 | W36 W37 W40 | ok | 2022-10-15 (S1)`,
  'HOP-DPI-Va1': ofAugust2021(),
  'HOP-PFI-Va1': ofAugust2021(),
  'HOP-RI-Va1': ofAugust2021(),
  'RAD-RIS-Va1': ofAugust2021(),
  'BIO-SGL-Va1': `
    arrete                 | -                |     | -
    modele-solde           | 2022-01-18       | W3  | ok
    arrete-modificatif     | 2023-04-07       | W22 | ok
    referencement-fin      | -                |     | -
    avance-fin             | 2022-11-30       | W42 | ok
    realisation-fin        | 2023-09-20       | W37 | ok
    solde-fin              | 2023-12-14T14:00 | W37 | ok | 2023-04-28 (W42)`,
  'BIO-LOINC-Va1': `
    modele-solde           | 2022-01-18       | W3  | ok
    avance-fin             | -                |     | -
    realisation-fin        | -                | W37 | -
    solde-fin              | -                |     | -`,
  'OFF-LGO-Va1': `
    arrete                 | 2022-02-02       | W46     | ?
    referencement-fin      | 2022-10-17       | W44     | ?
    preuves-fin            | 2022-12-21       | W46     | ?
    avance-fin             | 2023-03-15T14:00 | W19 W66 | ok | 2022-12-18 (W44)
    realisation-fin        | 2023-09-20       | W37 W47 | ok | 2023-03-31 (W44)
    solde-fin              | -                | W37     | -  | 2023-04-28T14:00 (W19 W66)`,
  'MS1-DUI-Va1': ofDui(),
  'MS2-DUI-Va1': ofDui(),
};

function undated(source: string): string {
  return [
    'avance-ouverture',
    'solde-ouverture',
    'date-1',
    'date-2',
    'date-3',
    'avance-fin',
    'realisation-fin',
    'solde-fin',
  ]
    .map((etape) => `${etape} | - | ${source} | -`)
    .join('\n');
}

function ofAugust2021(): string {
  return `
    arrete                 | 2021-08-11       | W39               | ok
    modele-solde           | 2022-01-18       | W3                | ok
    referencement-fin      | 2022-06-15T14:00 | W39               | ok
    reponses-ans-fin       | 2022-08-31T14:00 | W39               | ok
    avance-fin             | 2022-11-30       | W8 W9 W10         | ok
    realisation-fin        | 2023-09-20       | W8 W9 W10 W36 W37 | ok
    solde-fin              | 2023-12-14T14:00 | W8 W9 W10 W36 W37 | ok`;
}

function ofDui(): string {
  return `
    arrete                 | -                |     | -
    commandes-fin          | 2024-02-28       | W43 | ok
    realisation-fin        | 2024-12-19       | W43 | ok
    solde-fin              | -                |     | -`;
}

describe('the calendars', () => {
  const ours = [...REGULATION.echeances.values()];

  for (const [sons, table] of Object.entries(CALENDARS)) {
    it(`D01 ${sons}: every date, its hour, its sources, and what it replaced (D02)`, () => {
      const held = ours.filter(({ id }) => id.startsWith(`${sons}.`));
      assert.deepEqual(byId(held.map((value) => rowFrom(value))), byId(rowsOf(table, `${sons}.`)));
    });
  }

  it('D01 hold no other SONS than these', () => {
    const names = new Set(ours.map(({ id }) => id.slice(0, id.indexOf('.'))));
    assert.deepEqual([...names].sort(), Object.keys(CALENDARS).sort());
  });

  it('D01 the hours of a wave: closings at 14h in V1, at 12h in V2, openings at 14h', () => {
    assert.deepEqual(
      [...REGULATION.horaires.values()].map((value) => rowFrom(value)),
      rowsOf(`
        vague-1.cloture   | 14:00 | W19 W36 W37 W39 | ok
        vague-2.cloture   | 12:00 | S0 S3 W1 W5     | ok
        vague-2.ouverture | 14:00 | S0 W1 W2        | ok`),
    );
  });

  it('D02 what was deduced, and nothing else, says so', () => {
    const deduced = ours.filter(({ inferred }) => inferred).map(({ id }) => id);
    assert.deepEqual(deduced.sort(), [
      'IMG-DB-Va2.solde-ouverture',
      'IMG-RIS-Va2.date-1',
      'IMG-RIS-Va2.solde-ouverture',
      'MDV-LGC-Va2.avance-ouverture',
    ]);
  });
});
