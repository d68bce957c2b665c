import assert from 'node:assert/strict';
import type { Avancement } from '../../../server/src/dossier/candidature/jalons';
import { echeancesModel, type EcheancesModel } from '../../../server/src/features/panels/echeances-model';
import { nextDeadlineText } from '../../../server/src/features/panels/next-deadline';
import type { Langue } from '../../../server/src/messages/langue';
import { NO_COMPLETE_FILE_KNOWN } from '../../../server/src/regulation/complete-file';
import { parisInstant, type EpochMinutes } from '../../../server/src/regulation/paris-time';
import { REGULATION, regulationWith } from '../../../server/src/regulation/regulation';
import { allSons } from '../../../server/src/regulation/sons';
import type { RegulationValues } from '../../../server/src/regulation/values';

/** What clocks in Paris show. */
function paris(day: string, hour: number, minute = 0): EpochMinutes {
  const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number);
  return parisInstant({ year, month, day: dayOfMonth }, hour * 60 + minute);
}

interface Choice {
  readonly now?: EpochMinutes;
  readonly sons?: string | undefined;
  readonly values?: RegulationValues;
  readonly langue?: Langue;
}

const NOON = paris('2026-11-01', 12);

function inputOf({ now = NOON, sons, values, langue = 'fr' }: Choice) {
  const regulation = values ? regulationWith(values) : REGULATION;
  return {
    now,
    regulation,
    sonsDuFichier: sons,
    dossier: undefined,
    dossiersComplets: NO_COMPLETE_FILE_KNOWN,
    langue,
  };
}

const modelOf = (choice: Choice): EcheancesModel => echeancesModel(inputOf(choice));

function datesOf(sons: string, choice: Choice = {}) {
  const found = modelOf(choice).sons.find((one) => one.sons === sons);
  assert.ok(found);
  return found;
}

function rowOf(sons: string, etape: string, choice: Choice = {}) {
  const row = datesOf(sons, choice).etapes.find(({ id }) => id === `${sons}.${etape}`);
  assert.ok(row);
  return row;
}

describe('the model of the panel of deadlines', () => {
  it('has every SONS, the one of the file first and marked', () => {
    const { sons, sonsDuFichier, groupes } = modelOf({ sons: 'MDV-LGC-Va1' });
    assert.equal(sonsDuFichier, 'MDV-LGC-Va1');
    assert.deepEqual(
      sons.map((one) => one.duFichier),
      sons.map((_one, rank) => rank === 0),
    );
    assert.equal(sons[0]?.sons, 'MDV-LGC-Va1');
    assert.deepEqual(new Set(sons.map((one) => one.sons)), new Set(allSons()));
    assert.deepEqual(
      groupes.map(({ titre }) => titre),
      ['Vague 2', 'Vague 1'],
    );
    assert.deepEqual(groupes.flatMap((groupe) => groupe.sons).sort(), [...allSons()].sort());
  });

  it('marks none for a file without SONS, or of a SONS that has no calendar', () => {
    for (const sons of [undefined, 'XYZ-Va9']) {
      const model = modelOf({ sons });
      assert.equal(model.sonsDuFichier, null);
      assert.ok(model.sons.every((one) => !one.duFichier));
    }
  });

  it('closes at the minute, and tells the day that it is', () => {
    const before = rowOf('IMG-DB-Va2', 'avance-fin', { now: paris('2026-11-10', 11, 59) });
    assert.deepEqual(
      [before.date, before.etat, before.etatTexte, before.reste, before.prochaine],
      ['10/11/2026 12:00', 'ouvert', 'ouvert', "aujourd'hui", true],
    );
    const after = rowOf('IMG-DB-Va2', 'avance-fin', { now: paris('2026-11-10', 12, 1) });
    assert.deepEqual([after.etat, after.etatTexte, after.prochaine], ['ferme', 'fermé', false]);
    assert.equal(rowOf('IMG-DB-Va2', 'avance-fin').reste, 'dans 9 jours');
    assert.equal(rowOf('IMG-DB-Va2', 'realisation-fin', { langue: 'en' }).reste, 'in 318 days');
  });

  it('says in words why a date is doubtful', () => {
    const noted = rowOf('HOP-DPI-Va2', 'avance-fin');
    assert.equal(noted.etat, 'douteux');
    assert.match(noted.remarques[0] ?? '', /^À confirmer : Sans doute reportée/);
    const press = rowOf('IMG-DB-Va2', 'arrete');
    assert.deepEqual(press.remarques, ['À confirmer : dite par la presse seule.']);
    const doubtful = modelOf({}).sons.flatMap(({ etapes }) =>
      etapes.filter(({ etat }) => etat === 'douteux'),
    );
    assert.ok(doubtful.length > 5);
    for (const row of doubtful) assert.match(row.remarques[0] ?? '', /^À confirmer : \S/, row.id);
  });

  it('never gives a date to what is unknown, and says what to do', () => {
    const unknown = modelOf({}).sons.flatMap(({ etapes }) => etapes.filter(({ etat }) => etat === 'inconnu'));
    assert.ok(unknown.length > 10);
    for (const row of unknown) {
      assert.deepEqual([row.date, row.reste], ['date inconnue', ''], row.id);
      assert.ok(row.remarques.length > 0, row.id);
    }
    assert.match(rowOf('HOP-DPI-Va2', 'realisation-fin').remarques[0] ?? '', /regulation\.json/);
    assert.equal(datesOf('SF-Va2').frise, null);
    assert.match(datesOf('SF-Va2').prochaine, /^Aucune date connue/);
  });

  it('keeps what a date replaced, and names its sources in full', () => {
    const row = rowOf('HOP-DPI-Va2', 'date-2');
    assert.ok(row.remarques.includes('auparavant : 18/06/2025 (S0)'));
    assert.deepEqual(
      row.sources.map(({ code, titre }) => [code, titre]),
      [['S2', REGULATION.sources.get('S2')?.titre]],
    );
  });

  it("shows a user's own value as such, its texts without what a screen would obey", () => {
    const values: RegulationValues = {
      echeances: [
        {
          id: 'HOP-DPI-Va2.avance-fin',
          value: '2027-03-17T12:00',
          source: ['<b>\u001b[31mmoi'],
          status: 'confirmé',
          note: 'a\u202Eb',
        },
      ],
    };
    const row = rowOf('HOP-DPI-Va2', 'avance-fin', { values });
    assert.equal(row.date, '17/03/2027 12:00');
    assert.equal(row.etat, 'ouvert');
    assert.deepEqual(row.sources, [{ code: '<b>\uFFFD[31mmoi', titre: '', adresse: null }]);
    assert.ok(row.remarques.includes('a\uFFFDb'));
    assert.ok(row.remarques.includes('votre valeur (.segur/regulation.json)'));
    assert.ok(row.remarques.some((text) => text.startsWith('auparavant : 17/12/2025 12:00')));
  });

  it('speaks the language of the user', () => {
    const model = modelOf({ langue: 'en', sons: 'HOP-DPI-Va2' });
    assert.equal(model.mots.sonsDuFichier, 'HOP-DPI-Va2 (open file)');
    assert.match(
      rowOf('HOP-DPI-Va2', 'avance-fin', { langue: 'en' }).remarques[0] ?? '',
      /^To be confirmed: /,
    );
    assert.match(datesOf('IMG-DB-Va2', { langue: 'en' }).prochaine, /^Next last day: /);
  });
});

describe('the timeline', () => {
  const friseOf = (sons: string, choice: Choice = {}) => {
    const { frise } = datesOf(sons, choice);
    assert.ok(frise);
    return frise;
  };
  const laneOf = (sons: string, titre: string, choice: Choice = {}) => {
    const lane = friseOf(sons, choice).couloirs.find((one) => one.titre === titre);
    assert.ok(lane);
    return lane;
  };

  it('keeps everything within the picture, today included, in the order of time', () => {
    for (const now of [paris('2019-01-01', 0), NOON, paris('2035-01-01', 0)]) {
      for (const { frise } of modelOf({ now }).sons) {
        if (!frise) continue;
        const places = [
          frise.aujourdhui,
          ...frise.annees.map(({ place }) => place),
          ...frise.couloirs.flatMap(({ jalons }) => jalons.map(({ place }) => place)),
        ];
        assert.ok(places.every((place) => place >= 0 && place <= 1));
        const years = frise.annees.map(({ place }) => place);
        assert.deepEqual(
          years,
          years.toSorted((a, b) => a - b),
        );
      }
    }
  });

  it('names few years, even for a date of another age', () => {
    for (const value of ['2031-01-01', '2099-01-01', '9999-01-01']) {
      const values: RegulationValues = {
        echeances: [{ id: 'HOP-DPI-Va2.solde-fin', value, source: ['S'], status: 'confirmé' }],
      };
      const { annees } = friseOf('HOP-DPI-Va2', { values });
      assert.ok(annees.length > 0 && annees.length <= 9, `${value}: ${annees.length}`);
    }
  });

  it('draws a lane from its opening to its end, as sure as that end', () => {
    const open = laneOf('IMG-DB-Va2', 'Avances');
    assert.equal(open.periode, 'du 10/07/2025 au 10/11/2026');
    assert.equal(open.etat, 'ouvert');
    assert.ok(open.debut !== null && open.fin !== null && open.debut < open.fin);
    const { aujourdhui } = friseOf('IMG-DB-Va2');
    assert.ok(open.debut < aujourdhui && aujourdhui < open.fin);
    assert.equal(laneOf('IMG-DB-Va2', 'Avances', { now: paris('2026-11-10', 12) }).etat, 'ferme');
    const doubtful = laneOf('HOP-DPI-Va2', 'Avances');
    assert.equal(doubtful.etat, 'incertain');
    assert.equal(doubtful.periode, 'du 12/09/2024 au 17/12/2025 (à confirmer)');
    assert.equal(doubtful.jalons.at(-1)?.douteux, true);
  });

  it('says which end is unknown', () => {
    assert.equal(laneOf('HOP-DPI-Va2', 'Soldes').periode, "jusqu'au 16/09/2026 (à confirmer)");
    assert.equal(laneOf('HOP-DPI-Va2', 'Soldes').debut, null);
    assert.equal(laneOf('HOP-DPI-Va2', 'Réalisation').periode, 'dates inconnues');
    assert.equal(laneOf('IMG-RIS-Va2', 'Avances').periode, 'depuis le 10/07/2025, fin inconnue');
  });
});

describe('the deadline of the status bar', () => {
  const textAt = (now: EpochMinutes, sons: string | undefined, values?: RegulationValues) =>
    nextDeadlineText(inputOf({ now, sons, ...(values && { values }) }))?.texte;

  it('is the nearest last day of the file, until its minute', () => {
    assert.equal(textAt(paris('2026-11-07', 9), 'IMG-DB-Va2'), 'Avance : 10/11/2026 12:00 (dans 3 j)');
    assert.equal(
      textAt(paris('2026-11-10', 11, 59), 'IMG-DB-Va2'),
      "Avance : 10/11/2026 12:00 (aujourd'hui)",
    );
    assert.match(textAt(paris('2026-11-10', 12, 1), 'IMG-DB-Va2') ?? '', /^Réalisation : 15\/09\/2027/);
  });

  it('passes over the dates that the manifest meets', () => {
    const done = { fait: true, jour: undefined };
    const left = { fait: false, jour: undefined };
    const input = inputOf({ now: paris('2026-05-01', 9), sons: 'IMG-DB-Va2' });
    const texte = (avancement: Avancement) => nextDeadlineText({ ...input, avancement })?.texte;
    assert.match(texte({ 'date-1': done, 'date-2': left, 'date-3': left }) ?? '', /13\/05\/2026/);
    assert.match(texte({ 'date-1': done, 'date-2': done, 'date-3': left }) ?? '', /16\/09\/2026/);
    assert.match(texte({ 'date-1': done, 'date-2': done, 'date-3': done }) ?? '', /10\/11\/2026/);
  });

  it('says when it is doubtful', () => {
    assert.equal(
      textAt(paris('2025-12-10', 9), 'HOP-DPI-Va2', {
        echeances: [
          {
            id: 'HOP-DPI-Va2.date-2',
            value: '2025-12-01',
            source: ['S'],
            status: 'confirmé',
          },
        ],
      }),
      'Avance : 17/12/2025 12:00 (dans 7 j, à confirmer)',
    );
  });

  it('is nothing when nothing is known to come', () => {
    assert.equal(textAt(NOON, undefined), undefined);
    assert.equal(textAt(NOON, 'SF-Va2'), undefined);
    assert.equal(textAt(NOON, 'HOP-DPI-Va2'), undefined);
  });
});
