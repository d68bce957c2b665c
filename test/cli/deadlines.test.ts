import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli, type Answer } from '../support/cli';

const WINTER = '2026-01-10T12:00+01:00';

describe('segur-sons deadlines', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'deadlines-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('D01 shows the dates of a SONS, how many days are left, and marks the next one', async () => {
    const { code, out } = await deadlines('IMG-DB-Va2', '--now', '2026-11-10T11:59+01:00');
    assert.equal(code, 0);
    assert.match(out, /^> Fin des avances \(date 4\) +10\/11\/2026 12:00 +aujourd'hui +ouvert +W5$/m);
    assert.match(out, /^ {2}Fin de réalisation +15\/09\/2027 12:00 +dans 309 jours +ouvert +W5$/m);
    const after = await deadlines('IMG-DB-Va2', '--now', '2026-11-10T12:01+01:00');
    assert.match(after.out, /^ {2}Fin des avances \(date 4\) +10\/11\/2026 12:00 +aujourd'hui +fermé +W5$/m);
    assert.match(after.out, /^> Fin de réalisation/m);
  });

  it("D01 a moment without an offset is one of Paris, whatever the machine's zone", async () => {
    const state = async (now: string): Promise<string> => {
      const { out } = await deadlines('HOP-PFI-Va2', '--format', 'json', '--now', now);
      const records = JSON.parse(out) as { step: string; state: string }[];
      return records.find(({ step }) => step === 'avance-fin')?.state ?? '';
    };
    assert.equal(await state('2025-09-17T11:59'), 'ouvert');
    assert.equal(await state('2025-09-17T12:00'), 'fermé');
    assert.equal(await state('2025-09-17T09:59Z'), 'ouvert');
    assert.equal(await state('2025-09-17T10:00Z'), 'fermé');
    assert.equal(await state('2025-09-17'), 'ouvert', 'a day begins at its midnight');
  });

  it('D02 says what is doubtful, what was replaced and what is unknown', async () => {
    const { out } = await deadlines('HOP', '--now', WINTER);
    assert.match(
      out,
      /Fin des avances \(date 4\) +17\/12\/2025 12:00 .* à confirmer +S0, S3, W1\n +Sans doute reportée/,
    );
    assert.match(out, /Date 2 .*\n +auparavant : 18\/06\/2025 \(S0\)/);
    assert.match(
      out,
      /HOP-PFI-Va2[\s\S]*Dates inconnues : Date 1 [\s\S]*Les dates du DPI ne valent pas pour la PFI/,
    );
  });

  it('D08 without a name shows the second wave; a closed calendar is named, and shown when asked for', async () => {
    const { out } = await deadlines('--now', WINTER);
    assert.match(out, /^HOP-DPI-Va2 /m);
    assert.doesNotMatch(out, /^MDV-LGC-Va1 /m);
    assert.match(out, /Autres calendriers : .*MDV-LGC-Va1/);
    const closed = await deadlines('mdv-lgc-va1', '--now', WINTER);
    assert.match(closed.out, /^ {2}Fin des soldes +14\/12\/2023 14:00 .* fermé/m);
    assert.doesNotMatch(closed.out, /^>/m);
  });

  it('D01 a SONS without a known date says so once', async () => {
    const { out } = await deadlines('SF', '--now', WINTER);
    assert.match(out, /^SF-Va2 .*\n {2}Aucune date connue/);
  });

  it('D01 gives JSON with moments in UTC and the sources in full', async () => {
    const { out } = await deadlines('IMG-DB-Va2', '--format', 'json', '--now', WINTER);
    const records = JSON.parse(out) as { id: string }[];
    assert.deepEqual(
      records.find(({ id }) => id === 'IMG-DB-Va2.date-2'),
      {
        id: 'IMG-DB-Va2.date-2',
        sons: 'IMG-DB-Va2',
        step: 'date-2',
        label: 'Date 2 : dossier complet de preuves',
        kind: 'closing',
        state: 'à venir',
        date: '2026-05-13',
        time: '12:00',
        timeFrom: null,
        instant: '2026-05-13T10:00:00Z',
        daysLeft: 123,
        status: 'confirmé',
        inferred: false,
        origin: 'produit',
        source: [
          {
            code: 'W5',
            title: 'ANS, dispositif DRIMbox, couloir Imagerie, vague 2',
            url: 'https://industriels.esante.gouv.fr/segur-numerique-sante/vague-2/dispositif-drimbox-couloir-imagerie',
          },
        ],
        asOf: null,
        supersedes: [],
        note: null,
      },
    );
  });

  it('D01 gives CSV for a spreadsheet, in which no cell is a formula', async () => {
    overrides([{ ...own, source: ['=HYPERLINK("http://x")', '; "rusé"'], note: '@SUM(A1)' }]);
    const { out } = await deadlines('MDV-LGC-Va2', '--format', 'csv', '--now', WINTER);
    const lines = out.split('\r\n');
    assert.equal(lines.pop(), '');
    assert.equal(
      lines[0],
      '\uFEFFsons;etape;libelle;etat;date;heure;jours_restants;statut;origine;source;date_source;valeurs_anterieures;note',
    );
    const line = lines.find((one) => one.includes(';avance-fin;'));
    assert.equal(
      line,
      'MDV-LGC-Va2;avance-fin;Fin des avances (date 4);à venir;2027-06-16;12:00;522;confirmé;utilisateur;' +
        '"\'=HYPERLINK(""http://x""), ; ""rusé""";;;\'@SUM(A1)',
    );
  });

  describe('--ics', () => {
    it('D01 gives a valid calendar of the dates to come', async () => {
      const { out, err } = await deadlines('IMG-DB-Va2', '--ics', '--now', WINTER);
      const lines = out.split('\r\n');
      assert.equal(lines.pop(), '', 'each line ends with CRLF');
      assert.doesNotMatch(out.replaceAll('\r\n', ''), /[\r\n]/);
      for (const line of lines) assert.ok(Buffer.byteLength(line) <= 75, line);
      const unfolded = out.replaceAll('\r\n ', '').trimEnd().split('\r\n');
      assert.deepEqual(
        [unfolded[0], unfolded[1], unfolded.at(-1)],
        ['BEGIN:VCALENDAR', 'VERSION:2.0', 'END:VCALENDAR'],
      );
      assert.deepEqual(
        events(out).map(({ UID, DTSTART, DTSTAMP }) => [UID, DTSTART, DTSTAMP]),
        [
          ['IMG-DB-Va2.date-2@segur-sons', '20260513T100000Z', '20260110T110000Z'],
          ['IMG-DB-Va2.date-3@segur-sons', '20260916T100000Z', '20260110T110000Z'],
          ['IMG-DB-Va2.avance-fin@segur-sons', '20261110T110000Z', '20260110T110000Z'],
          ['IMG-DB-Va2.realisation-fin@segur-sons', '20270915T100000Z', '20260110T110000Z'],
          ['IMG-DB-Va2.solde-ouverture@segur-sons', '20260205T130000Z', '20260110T110000Z'],
          ['IMG-DB-Va2.solde-fin@segur-sons', '20271215T110000Z', '20260110T110000Z'],
        ],
      );
      assert.match(err, /Ouverture des soldes, 05\/02\/2026 14:00 : date à confirmer/);
    });

    it('D02 says in the event itself that a date is to be confirmed, and tells apart what it leaves out', async () => {
      const { out, err } = await deadlines('HOP-DPI-Va2', '--ics', '--now', WINTER);
      const found = events(out);
      assert.deepEqual(
        found.map(({ UID }) => UID),
        ['HOP-DPI-Va2.solde-fin@segur-sons'],
      );
      assert.equal(found[0]?.SUMMARY, 'À confirmer : HOP-DPI-Va2 : Fin des soldes');
      assert.match(
        err,
        /Fin des avances \(date 4\), 17\/12\/2025 12:00 : cette date est passée et à confirmer/,
      );
      assert.match(err, /HOP-DPI-Va2, dates inconnues, absentes de l'agenda : Fin de réalisation/);
    });

    it('D01 a date without an hour is a whole day', async () => {
      const { out } = await deadlines('MDV-LGC-Va1', '--ics', '--now', '2023-09-20T18:00+02:00');
      assert.match(
        out,
        /UID:MDV-LGC-Va1\.realisation-fin@segur-sons\r\n.*\r\nDTSTART;VALUE=DATE:20230920\r\n/,
      );
    });

    it('D03 keeps the identity of a date that moved, and escapes what the user wrote', async () => {
      overrides([
        {
          ...own,
          id: 'HOP-DPI-Va2.solde-fin',
          source: ['Arrêté; page 2, \\annexe'],
          note: 'a\nb'.repeat(40),
        },
      ]);
      const { out } = await deadlines('HOP-DPI-Va2', '--ics', '--now', WINTER);
      const [event] = events(out);
      assert.deepEqual(
        [event?.UID, event?.DTSTART],
        ['HOP-DPI-Va2.solde-fin@segur-sons', '20270616T100000Z'],
      );
      assert.equal(event?.SUMMARY, 'HOP-DPI-Va2 : Fin des soldes');
      assert.match(event.DESCRIPTION ?? '', /^Source : Arrêté\\; page 2\\, \\\\annexe\\nvotre valeur/);
      assert.match(event.DESCRIPTION ?? '', /auparavant : 16\/09\/2026 12:00 \(S3\)/);
    });

    it('D08 writes nothing, and says so, when nothing is to come', async () => {
      const { out, err } = await deadlines('MDV-LGC-Va1', '--ics', '--now', WINTER);
      assert.equal(out, '');
      assert.match(err, /Aucune date connue n'est à venir/);
    });
  });

  describe('.segur/regulation.json', () => {
    it("D03 of the current folder or above it wins, and is told as the user's", async () => {
      overrides([own]);
      const below = join(folder, 'lots/mars');
      mkdirSync(below, { recursive: true });
      const { out } = await deadlinesIn(below, ['MDV-LGC-Va2', '--now', WINTER]);
      assert.match(out, /Fin des avances \(date 4\) +16\/06\/2027 12:00 \* .*Arrêté\n +votre valeur/);
    });

    it('D03 with a mistake stops the command, and tells the place', async () => {
      overrides([{ ...own, value: '2027-02-30' }]);
      const { code, out, err } = await deadlines('MDV-LGC-Va2');
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, /regulation\.json:1:\d+ : « 2027-02-30 » n'est pas un jour du calendrier/);
    });

    it('cannot command the terminal', async () => {
      overrides([{ ...own, source: ['Arr\u001b[2Jêté'], note: '\u001b]0;x\u0007' }]);
      const { out } = await deadlines('MDV-LGC-Va2', '--now', WINTER);
      assert.doesNotMatch(out, /[\u001b\u0007]/);
    });
  });

  const refused: readonly { args: string[]; message: RegExp }[] = [
    { args: ['XYZ'], message: /« XYZ » n'est le nom, ni le début du nom, d'aucun SONS connu/ },
    { args: ['HOP-D'], message: /« HOP-D »/ },
    { args: ['--ics', '--format', 'json'], message: /retirez --format/ },
    { args: ['--format', 'xml'], message: /pretty, json, csv/ },
    { args: ['--now', '2026-02-30'], message: /--now attend une date/ },
    { args: ['--now', '2026-02-20T25:00'], message: /--now attend une date/ },
    { args: ['--dry-run'], message: /--dry-run n'existe pas pour la commande deadlines/ },
  ];
  for (const { args, message } of refused) {
    it(`refuses ${args.join(' ')}`, async () => {
      const { code, out, err } = await deadlines(...args);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, message);
    });
  }

  it('leaves CSV to deadlines', async () => {
    const { code, err } = await runIn(folder, ['check', '--format', 'csv', folder]);
    assert.equal(code, 2);
    assert.match(err, /pretty, unix, json, sarif, junit, github, gitlab\./);
  });

  it('speaks English', async () => {
    const { out } = await deadlines('IMG-DB-Va2', '--lang', 'en', '--now', '2026-11-10T11:59+01:00');
    assert.match(out, /^> End of the avances \(date 4\) +10\/11\/2026 12:00 +today +open/m);
  });

  const own = {
    id: 'MDV-LGC-Va2.avance-fin',
    value: '2027-06-16',
    source: ['Arrêté'],
    status: 'confirmé',
  };

  function overrides(echeances: readonly object[]): void {
    mkdirSync(join(folder, '.segur'));
    writeFileSync(join(folder, '.segur/regulation.json'), JSON.stringify({ echeances }));
  }

  function deadlines(...args: string[]): Promise<Answer> {
    return deadlinesIn(folder, args);
  }
});

function deadlinesIn(folder: string, args: readonly string[]): Promise<Answer> {
  return runIn(folder, ['deadlines', ...args]);
}

function runIn(folder: string, args: readonly string[]): Promise<Answer> {
  return runCli(args, { folder });
}

/** The properties of each event of a calendar, lines unfolded. */
function events(ics: string): Record<string, string>[] {
  const blocks = ics.replaceAll('\r\n ', '').split('BEGIN:VEVENT\r\n').slice(1);
  return blocks.map((block) =>
    Object.fromEntries(
      (block.split('END:VEVENT')[0] ?? '')
        .trimEnd()
        .split('\r\n')
        .map((line) => [line.slice(0, line.search(/[;:]/)), line.slice(line.indexOf(':') + 1)]),
    ),
  );
}
