import assert from 'node:assert/strict';
import { folderWith, removeFolders, runCli, type Answer } from '../support/cli';
import { validFileOf } from '../support/valid-files';

/** A right file of the first wave whose orders are those of the scale. */
const DOCTORS = validFileOf('MDV-LGC-Va1', 2).replaceAll('350.00', '358.33').replaceAll('420.00', '430.00');
const HOSPITALS = validFileOf('HOP-DPI-Va2', 2);

describe('segur-sons price', () => {
  afterEach(removeFolders);

  it('M03 M04 a line a request: ceiling, order, avance, solde, gap; the sources of the shares and of the scale', async () => {
    const { code, out } = await priceOf(DOCTORS);
    assert.equal(code, 0);
    const [title, head, first] = out.replaceAll('\u00A0', ' ').split('\n');
    assert.equal(title, 'a.avance.json MDV-LGC-Va1.avance');
    assert.match(head ?? '', /^ {2}demande +bénéficiaire +plafond HT +HT +TTC +avance +solde +écart HT$/);
    assert.match(
      first ?? '',
      /^ {2}REF-0001 {2}Médecin fictif +358,33 € +358,33 € +430,00 € +129,00 € +301,00 € +0,00 € {2}OK$/,
    );
    assert.match(out, /Avance 30 %, solde 70 % du montant TTC \(S1, W50\)\./);
    assert.match(out, /Plafond : barème S1\./);
    assert.match(out, /Totaux\n.*\n {2}MDV-LGC-Va1 +\S+ +2 +2.221,66/);
  });

  it('M01 M05 what cannot be known is told so with its reason, once', async () => {
    const { out } = await priceOf(HOSPITALS);
    assert.match(
      out,
      /REF-0001 .* inconnu +1\u00A0000,00\u00A0€ .* 480,00\u00A0€ +720,00\u00A0€ +inconnu {2}OK/,
    );
    assert.equal(out.match(/base des établissements éligibles/g)?.length, 1);
    assert.equal(out.match(/limitée à 25 %/g)?.length, 1);
    assert.doesNotMatch(out, /[^\d]0,00/);
  });

  it('M05 .segur/segur.json tells that the evidence file was not complete at date 2: 25 %, then the rest', async () => {
    const folder = folderWith({
      'a.avance.json': HOSPITALS,
      '.segur/segur.json': '{ "dossierComplet": { "HOP-DPI-Va2": "16/12/2025" } }',
      'autre/b.avance.json': HOSPITALS,
      'autre/.segur/segur.json': '{ "dossierComplet": { "HOP-DPI-Va2": "15/12/2025" } }',
    });
    const told = await runCli(['price', 'a.avance.json'], { folder });
    assert.match(told.out, /REF-0001 .* 300,00\u00A0€ +900,00\u00A0€/);
    assert.equal(told.out.match(/n'était pas complet à la date 2/g)?.length, 1);
    assert.match(told.out, /la part du solde est le reste, déduite/i);
    const inTime = await runCli(['price', 'autre'], { folder });
    assert.match(inTime.out, /REF-0001 .* 480,00\u00A0€ +720,00\u00A0€/);
    assert.doesNotMatch(inTime.out, /25 %/);
  });

  it('M11 a merger of .segur/segur.json adds ceilings up, term by term with their rows; the totals count the sum once', async () => {
    const [one = '', two = ''] = [...HOSPITALS.matchAll(/"FINESSPMSI": "(\w+)"/g)].map(
      ([, number]) => number,
    );
    const merger = {
      type: 'FUSION_ABSORPTION',
      moment: 'AVANT_AVANCE',
      dateDeclaration: '12/01/2026',
      FINESSA: one,
      FINESSB: two,
    };
    const folder = folderWith({
      'a.avance.json': HOSPITALS,
      'base.csv': `FINESS;Raison sociale;HOP-DPI-Va2 VAGUE_2 HT\n${one};A (fictif);1500,00\n${two};B (fictif);700,00\n`,
      '.segur/segur.json': JSON.stringify({ base: { fichier: 'base.csv' }, fusions: [merger] }),
    });
    const { out, err } = await runCli(['price', 'a.avance.json', '--format', 'json'], { folder });
    assert.equal(err, '');
    const { requests, totals } = JSON.parse(out) as {
      requests: { ceilingHT: { amount: string; source: string[] }; ceilingTerms: unknown[] }[];
      totals: { ceilingHT: { amount: string } }[];
    };
    assert.deepEqual(
      requests.map(({ ceilingHT }) => ceilingHT.amount),
      ['2200.00', '2200.00'],
    );
    assert.ok(requests[0]?.ceilingHT.source.includes('S2'));
    const terms = [
      { number: one, amount: '1500.00', source: ['ligne 2 de base.csv'] },
      { number: two, amount: '700.00', source: ['ligne 3 de base.csv'] },
    ];
    assert.deepEqual(
      requests[0]?.ceilingTerms,
      terms.sort((a, b) => (a.number < b.number ? -1 : 1)),
    );
    assert.equal(totals[0]?.ceilingHT.amount, '2200.00');
    const pretty = await runCli(['price', 'a.avance.json'], { folder });
    assert.match(pretty.out.replace(/\s+/g, ' '), /Fusion déclarée \(segur\.json\)/);
  });

  it('a request that would be refused is KO, and the exit code says so', async () => {
    const { code, out } = await priceOf(HOSPITALS.replace('1200.00', '"1200.00"'));
    assert.equal(code, 1);
    assert.match(out, /REF-0001 .* inconnu +inconnu +inconnu +inconnu {2}KO/);
    assert.match(out, /REF-0002 .* {2}OK/);
    assert.match(out, /le montant TTC de la commande manque ou ne se lit pas/);
    assert.match(out, /1\u00A0200,00\u00A0€ \* +480,00\u00A0€ \*/);
    assert.match(out, /\* Somme des seuls montants connus\./);
  });

  it('totals by SONS and prestation, across files', async () => {
    const folder = folderWith({
      'a.avance.json': HOSPITALS.replace('VAGUE_2', 'VAGUE_1_ET_2'),
      'b.avance.json': HOSPITALS,
      'notes.json': '{ "a": 1 }',
    });
    const { code, out, err } = await runCli(['price', '.', '--format', 'json'], { folder });
    assert.equal(code, 0);
    const { requests, totals } = JSON.parse(out) as {
      requests: unknown[];
      totals: { prestation: string; requests: number; avance: unknown; ceilingHT: unknown }[];
    };
    assert.equal(requests.length, 4);
    assert.deepEqual(
      totals.map(({ prestation, requests: count, avance, ceilingHT }) => [
        prestation,
        count,
        avance,
        ceilingHT,
      ]),
      [
        ['VAGUE_1_ET_2', 1, { amount: '480.00', unknown: 0 }, { amount: null, unknown: 1 }],
        ['VAGUE_2', 3, { amount: '1440.00', unknown: 0 }, { amount: null, unknown: 3 }],
      ],
    );
    assert.match(err, /1 /, 'a file that holds no request is counted');
  });

  it('gives JSON with exact amounts, from where each comes, its sources and its status', async () => {
    const { out } = await priceOf(DOCTORS, '--format', 'json');
    const { requests } = JSON.parse(out) as { requests: Record<string, unknown>[] };
    const [first] = requests;
    assert.ok(first);
    assert.deepEqual(
      [first.file, first.rank, first.demande, first.numberKind, first.vatRate, first.paid, first.ok],
      ['a.avance.json', 1, 'REF-0001', 'RPPS', '20.00', 'TTC', true],
    );
    assert.deepEqual(first.orderHT, { amount: '358.33', from: 'file', status: null, source: [] });
    assert.deepEqual(first.ceilingHT, {
      amount: '358.33',
      from: 'computed',
      status: 'confirmé',
      source: ['S1', 'W16'],
    });
    assert.deepEqual(
      [first.avance, first.soldeShare],
      [{ amount: '129.00', from: 'computed', status: 'confirmé', source: ['S2', 'W4c', 'W17', 'S1'] }, 70],
    );
  });

  it('gives CSV for French spreadsheets, in which no cell is a formula and nothing unknown is 0', async () => {
    const nasty = DOCTORS.replace('"Médecin fictif"', '"=HYPERLINK(\\"http://x\\"); a"')
      .replace('"REF-0001"', '"+33"')
      .replace('358.33', '400.00')
      .replace(/430\.00(?![^]*430\.00)/, 'null');
    const { out } = await priceOf(nasty, '--format', 'csv');
    assert.ok(out.startsWith('\uFEFFfichier;rang;demande;'), 'the mark, then the names');
    const [, first = '', second = '', ...rest] = out.split('\r\n');
    assert.deepEqual(rest, ['']);
    assert.ok(
      first.startsWith(
        `a.avance.json;1;'+33;MDV-LGC-Va1;VAGUE_1;"'=HYPERLINK(""http://x""); a";RPPS 10000001239;` +
          '358,33;430,00;400,00;20,00;430,00;30;129,00;70;301,00;-41,67;',
      ),
      first,
    );
    assert.match(second, /;1863,33;2236,00;358,33;20,00;inconnu;30;inconnu;70;inconnu;1505,00;/);
    for (const cell of `${first};${second}`.split(';')) assert.doesNotMatch(cell, /^"?[=+@\t\r]|^"?-[^\d]/);
  });

  it('D03 counts with the scales of .segur/regulation.json', async () => {
    const own = {
      id: 'HOP-DPI-Va2.bareme.vague-2',
      value: { type: 'forfait', montant: '900.00', taxe: 'HT' },
      source: ['Base reçue'],
      status: 'confirmé',
    };
    const folder = folderWith({
      'a.avance.json': HOSPITALS,
      '.segur/regulation.json': JSON.stringify({ baremes: [own] }),
    });
    const { out } = await runCli(['price', 'a.avance.json'], { folder });
    assert.match(out, /REF-0001 .* 900,00\u00A0€ .* -100,00\u00A0€ {2}KO/);
    assert.match(out, /barème Base reçue/);
  });

  it('cannot command the terminal', async () => {
    const { out } = await priceOf(HOSPITALS.replace('"Structure fictive"', '"x\\u001b[2Jy\\u202e"'));
    assert.doesNotMatch(out, /[\u001b\u202e]/);
    assert.match(out, /x\uFFFD\[2Jy/);
  });

  it('refuses what it has no use for', async () => {
    for (const args of [['--ics'], ['--format', 'xml'], ['--max-warnings', '1']]) {
      assert.equal((await priceOf(HOSPITALS, ...args)).code, 2);
    }
    const { code, err } = await runCli(['price'], { folder: folderWith({}) });
    assert.equal(code, 2);
    assert.match(err, /segur-sons price/);
    assert.equal((await runCli(['price', 'absent.json'], { folder: folderWith({}) })).code, 2);
  });

  it('speaks English', async () => {
    const { out } = await priceOf(HOSPITALS, '--lang', 'en');
    assert.match(out, /^ {2}request +beneficiary +ceiling HT/m);
    assert.match(out, / unknown /);
  });
});

function priceOf(text: string, ...args: string[]): Promise<Answer> {
  return runCli(['price', 'a.avance.json', ...args], { folder: folderWith({ 'a.avance.json': text }) });
}
