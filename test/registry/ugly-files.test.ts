import assert from 'node:assert/strict';
import { strToU8 } from 'fflate';
import fc from 'fast-check';
import { translate } from '../../server/src/messages/catalogue';
import { loadBase } from '../../server/src/registry/import/load-base';
import { messageOf } from '../../server/src/registry/import/rapport';
import { readTable } from '../../server/src/registry/table/read-table';
import { LIMITS } from '../../server/src/registry/table/limits';
import { finish } from '../../server/src/registry/table/steps';
import { number, workbook } from './workbook';

const GOOD = '990000119';
const OTHER = '990000127';

/** What was made of a file: its base and report, or the key of the refusal, whose sentence must be complete. */
function load(bytes: Uint8Array | string, limits = LIMITS) {
  const file = typeof bytes === 'string' ? strToU8(bytes) : bytes;
  const table = finish(readTable(file, 'base', { limits }));
  const read = table.etat === 'refus' ? table : finish(loadBase(file, 'base'));
  if (read.etat === 'lue') return read;
  assert.doesNotMatch(translate('fr', read.message.key, read.message.params), /[{}]/);
  return read.message.key;
}

function loaded(bytes: Uint8Array | string) {
  const read = load(bytes);
  assert.ok(typeof read !== 'string', typeof read === 'string' ? read : '');
  const { base, rapport } = read;
  for (const constat of [...rapport.refus, ...rapport.remarques]) {
    const { key, params } = messageOf(constat);
    assert.doesNotMatch(translate('fr', key, params), /[{}]/);
  }
  assert.equal(rapport.lues, rapport.retenues + rapport.reunies + rapport.refus.length);
  return { base, rapport };
}

const motifs = (some: readonly { ligne: number; motif: string }[]) =>
  some.map(({ ligne, motif }) => [ligne, motif]);
const keys = (some: readonly { key: string }[]) => some.map(({ key }) => key);

describe('I07 a CSV', () => {
  it('is read whatever its separator, its encoding and its mark', () => {
    const text = `FINESS;Raison sociale;HOP-DPI-Va2 V2 HT\n${GOOD};Hôpital d’Évreux (fictif);1 234,50 €\n`;
    const cp1252 = Uint8Array.from(text, (char) => ({ '’': 0x92, '€': 0x80 })[char] ?? char.charCodeAt(0));
    const wide = new Uint8Array(
      new Uint16Array(Array.from(`\ufeff${text}`, (char) => char.charCodeAt(0))).buffer,
    );
    const files = {
      'utf-8': strToU8(text),
      mark: strToU8(`\ufeff${text}`),
      tabs: strToU8(text.replaceAll(';', '\t')),
      comma: strToU8(text.replace('1 234,50 €', '"1 234,50 €"').replaceAll(';', ',')),
      cr: strToU8(text.replaceAll('\n', '\r')),
      'utf-16': wide,
      'utf-16 without mark': wide.slice(2),
      'windows-1252': cp1252,
    };
    for (const [name, bytes] of Object.entries(files)) {
      const one = loaded(bytes).base.find(GOOD);
      assert.equal(one?.raisonSociale, 'Hôpital d’Évreux (fictif)', name);
      assert.deepEqual(
        one.plafonds,
        [{ sons: 'HOP-DPI-Va2', prestation: 'VAGUE_2', ht: 123450n, ttc: undefined }],
        name,
      );
      assert.equal(one.ligne, 2, name);
    }
    assert.deepEqual(keys(loaded(cp1252).rapport.generales), ['base.remarque.windows-1252']);
  });

  it('tells every row that it leaves out, by its line, and why; a key that fails is only a remark', () => {
    const { base, rapport } = loaded(
      [
        'Base des établissements (montants inventés);;;',
        ';;;',
        'N° FINESS;Raison sociale;Plafond DPI V2 HT;SIREN',
        `${GOOD};"Un, sur\ndeux lignes";1000;000000000`,
        '10000347;Zéro mangé;2.000,50;',
        ';Sans numéro;1;',
        '12/03/2024;Une date;1;',
        `${GOOD};Autre nom;1001;`,
        '10000347;Zéro mangé;2000,50;',
        '990000235;Clé fausse;68.500;12',
        'Total;;3001,5;',
      ].join('\n'),
    );
    assert.equal(rapport.lues, 8);
    assert.equal(rapport.zerosRestitues, 2);
    assert.deepEqual(motifs(rapport.refus), [
      [7, 'finess-absent'],
      [8, 'finess-impossible'],
      [9, 'doublon-different'],
      [10, 'doublon-identique'],
      [12, 'finess-impossible'],
    ]);
    assert.deepEqual(motifs(rapport.remarques), [
      [11, 'finess-cle'],
      [11, 'siren-illisible'],
      [11, 'montant-illisible'],
    ]);
    assert.deepEqual(
      base.find(GOOD)?.plafonds,
      [],
      'two ceilings that contradict each other: neither is known',
    );
    assert.equal(base.find('010000347')?.plafonds[0]?.ht, 200050n);
  });

  it('may have a row for each SONS', () => {
    const { base, rapport } = loaded(
      `FINESS;Nom;SONS;Prestation;Montant HT\n${GOOD};A;DPI;V2;10\n${GOOD};A;DPI;V1+V2;20\n${GOOD};A;PFI;V2;30\n`,
    );
    assert.deepEqual(
      base.find(GOOD)?.plafonds.map(({ sons, prestation, ht }) => [sons, prestation, ht]),
      [
        ['HOP-DPI-Va2', 'VAGUE_2', 1000n],
        ['HOP-DPI-Va2', 'VAGUE_1_ET_2', 2000n],
        ['HOP-PFI-Va2', 'VAGUE_2', 3000n],
      ],
    );
    assert.equal(rapport.reunies, 2);
  });

  it('with a quote open to the end is refused, with the line', () => {
    const text = `FINESS;Nom\n${GOOD};"Ouvert\n${OTHER};B\n`;
    const table = finish(readTable(strToU8(text), 'b.csv'));
    assert.deepEqual(table, {
      etat: 'refus',
      message: { key: 'base.refus.guillemet', params: { fichier: 'b.csv', ligne: 2 } },
    });
    assert.equal(load(`FINESS;Nom\n${GOOD};"${'x\n'.repeat(20_000)}";"b"\n`), 'base.refus.guillemet');
  });
});

describe('I07 a workbook', () => {
  it('is read by its header, in the sheet that has one; the others are told', () => {
    const { base, rapport } = loaded(
      workbook({
        Notice: [['Lisez-moi'], ['FINESS : un numéro']],
        'Base ES': [['Base des ES'], ['FINESS', 'Raison sociale', 'Nature'], [GOOD, 'A', 'Juridique']],
      }),
    );
    assert.equal(base.source.feuille, 'Base ES');
    assert.equal(base.find(GOOD)?.nature, 'juridique');
    assert.equal(base.find(GOOD)?.ligne, 3);
    assert.deepEqual(keys(rapport.generales), ['base.remarque.feuilles']);
  });

  it('gives shared strings, numbers, formulas, booleans, errors and dates for what they are', () => {
    const header = ['FINESS', 'Raison sociale', 'DPI V2 HT', 'DPI V2 TTC', 'PFI V2 HT'];
    const shared = (rank: number) => ({ xml: `<c t="s"><v>${rank}</v></c>` });
    const { base, rapport } = loaded(
      workbook(
        {
          Base: [
            header,
            [
              number(GOOD),
              shared(0),
              number('68500.100000000006'),
              { xml: '<c><f>C2*1.2</f><v>82200.12</v></c>' },
            ],
            [number('9.90000127E8'), 'B', { xml: '<c><f>C2*2</f></c>' }, { xml: '<c t="e"><v>#N/A</v></c>' }],
            [number(45000, 1), 'C', number(1)],
            [number('10000347'), 'D', number(45000, 2), { xml: '<c t="b"><v>1</v></c>' }, number('1E3')],
          ],
        },
        {
          strings: '<si><r><t>Hôpital </t></r><r><t>A</t></r><rPh><t>non</t></rPh></si>',
          styles:
            '<numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs>',
        },
      ),
    );
    assert.equal(base.find(GOOD)?.raisonSociale, 'Hôpital A');
    const [dpi] = base.find(GOOD)?.plafonds ?? [];
    assert.deepEqual([dpi?.ht, dpi?.ttc], [6850010n, 8220012n]);
    assert.deepEqual(base.find(OTHER)?.plafonds, []);
    assert.deepEqual(base.find('010000347')?.plafonds[0]?.ht, 100000n);
    assert.deepEqual(motifs(rapport.refus), [[4, 'finess-impossible']]);
    assert.deepEqual(motifs(rapport.remarques), [
      [3, 'montant-illisible'],
      [3, 'montant-illisible'],
      [5, 'montant-illisible'],
      [5, 'montant-illisible'],
    ]);
  });

  it('may have groups of columns in merged cells, merged names, and hidden rows', () => {
    const c = (r: string, text: string) => `<c r="${r}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const sheet = `<x:worksheet><sheetData>
      <row r="3">${c('A3', 'FINESS')}${c('B3', 'Nom')}${c('C3', 'HOP-DPI V2')}${c('E3', 'HOP-PFI V2')}</row>
      <row r="4">${c('C4', 'HT')}${c('D4', 'TTC')}${c('E4', 'HT')}${c('F4', 'TTC')}</row>
      <row r="5">${c('A5', GOOD)}${c('B5', 'A')}${c('C5', '1')}${c('D5', '1,2')}${c('E5', '3')}${c('F5', '3,6')}</row>
      <row r="6" hidden="1">${c('A6', OTHER)}</row>
      </sheetData><mergeCells><mergeCell ref="A3:A4"/><mergeCell ref="B3:B4"/><mergeCell ref="C3:D3"/>
      <mergeCell ref="B5:B6"/><mergeCell ref="nonsense"/></mergeCells></x:worksheet>`;
    const { base, rapport } = loaded(workbook({ Base: sheet }));
    assert.deepEqual(base.find(GOOD)?.plafonds, [
      { sons: 'HOP-DPI-Va2', prestation: 'VAGUE_2', ht: 100n, ttc: 120n },
      { sons: 'HOP-PFI-Va2', prestation: 'VAGUE_2', ht: 300n, ttc: 360n },
    ]);
    assert.equal(base.find(OTHER)?.raisonSociale, 'A');
    assert.deepEqual(keys(rapport.generales), ['base.remarque.fusions', 'base.remarque.lignes-masquees']);
  });

  it('that is no base, or wants to be costly, is refused with its reason', () => {
    const ole = [0xd0, 0xcf, 0x11, 0xe0];
    const encrypted = Uint8Array.from([...ole, ...strToU8('EncryptedPackage'.split('').join('\0'))]);
    const far = `<worksheet><sheetData>${'<row><c r="XFD1"><v>1</v></c></row>'.repeat(500)}</sheetData></worksheet>`;
    const bomb = `<worksheet>${' '.repeat(30_000_000)}</worksheet>`;
    const small = { ...LIMITS, octetsDeballes: 20_000_000 };
    const wide =
      '<worksheet><sheetData><row r="1"><c><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:ZZ999999999"/></mergeCells></worksheet>';
    assert.equal(load(''), 'base.refus.vide');
    assert.equal(load('\n\n;;\n'), 'base.refus.vide');
    assert.equal(load(Uint8Array.from(ole)), 'base.refus.xls');
    assert.equal(load(encrypted), 'base.refus.chiffre');
    assert.equal(load('%PDF-1.7'), 'base.refus.format');
    assert.equal(load('<html><table>'), 'base.refus.format');
    assert.equal(load(Uint8Array.from({ length: 3000 }, (_v, at) => (at * 7) % 256)), 'base.refus.format');
    assert.equal(load('PK truncated'), 'base.refus.abime');
    assert.equal(load(workbook({ A: [['FINESS', 'Nom']] }).slice(0, -8)), 'base.refus.abime');
    assert.equal(load(workbook({ A: '<worksheet><sheetData>' })), 'base.refus.abime');
    assert.equal(
      load(
        workbook({
          A: [
            ['Nom', 'Ville'],
            ['A', 'B'],
          ],
        }),
      ),
      'base.refus.entete',
    );
    assert.equal(load(`FINESS;Nom\nx;y\n`), 'base.refus.aucun-etablissement');
    assert.equal(load(workbook({ A: bomb }), small), 'base.refus.bombe');
    assert.equal(load(workbook({ A: far })), 'base.refus.cellules');
    assert.equal(load(workbook({ A: wide })), 'base.refus.cellules');
    assert.equal(load('FINESS;Nom\n', { ...LIMITS, octets: 5 }), 'base.refus.trop-grand');
  });

  it('is never a crash, whatever the bytes', () => {
    const good = workbook({
      Base: [
        ['FINESS', 'Nom'],
        [GOOD, 'A'],
      ],
    });
    const changes = fc.array(fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 0, max: 255 })), {
      maxLength: 5,
    });
    const answer = (bytes: Uint8Array) => ['lue', 'refus'].includes(finish(loadBase(bytes, 'base')).etat);
    fc.assert(
      fc.property(changes, (some) => {
        const bytes = good.slice();
        for (const [at, value] of some) bytes[at] = value;
        return answer(bytes);
      }),
      { numRuns: 300 },
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), answer));
    fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => answer(strToU8(`FINESS;Nom\n${text}`))));
  });
});
