import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { FormattingOptions } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { formattingEdits } from '../../server/src/features/formatting';
import { nodesUnder, treesOf } from '../../server/src/features/trees';
import { checkedText } from '../support/checked';
import { anyText, brokenFrom } from '../support/broken-texts';
import { fileNameOf, NAMED_FORMATS, validFile, validFileOf } from '../support/valid-files';

const TWO_BLANKS: FormattingOptions = { tabSize: 2, insertSpaces: true };

function formatted(text: string, options: Partial<FormattingOptions> = {}): string {
  const checked = checkedText(text);
  return TextDocument.applyEdits(checked.document, formattingEdits(checked, { ...TWO_BLANKS, ...options }));
}

/** Formats the lines from the first `|` to the second. */
function formattedBetween(marked: string, options: Partial<FormattingOptions> = {}): string {
  const [before = '', inside = '', after = ''] = marked.split('|');
  const checked = checkedText(before + inside + after);
  const range = {
    start: checked.document.positionAt(before.length),
    end: checked.document.positionAt(before.length + inside.length),
  };
  return TextDocument.applyEdits(
    checked.document,
    formattingEdits(checked, { ...TWO_BLANKS, ...options }, range),
  );
}

function withoutBlanks(text: string): string {
  return text.replace(/[ \t\r\n]/g, '');
}

/** What the text is read as, layout left out: values and keys as they are written, and what is wrong. */
function readingOf(text: string): string[] {
  return treesOf(checkedText(text).analysis).flatMap(({ fragment }) => [
    ...fragment.problems.map(({ kind }) => `! ${kind}`),
    ...[...nodesUnder(fragment.root)].map(({ node }) => {
      const written = node.kind === 'property' ? node.key : node;
      const block = node.kind === 'object' || node.kind === 'array' || node.kind === 'hole';
      return `${node.kind} ${block ? '' : fragment.text.slice(written.start, written.end)}`;
    }),
  ]);
}

describe('formatting', () => {
  it('lays out a file that stands on one line', () => {
    assert.equal(
      formatted(
        '{"sons":"HOP-DPI-Va2","demandes":[{"montantHT":1000.00,"liste":[],"bloc":{}},{ "a" :true}]}',
      ),
      `{
  "sons": "HOP-DPI-Va2",
  "demandes": [
    {
      "montantHT": 1000.00,
      "liste": [],
      "bloc": {}
    },
    {
      "a": true
    }
  ]
}`,
    );
  });

  it('J09 keeps the spelling of numbers and of texts', () => {
    const text = '{"typeDemande":"AVANCE","sons":"a  b\\u00e9","x":[300.00,-0.50,1e3,20.0]}';
    assert.deepEqual(readingOf(formatted(text)), readingOf(text));
    assert.match(formatted(text), /300\.00,\n {4}-0\.50,\n {4}1e3,\n {4}20\.0\n/);
  });

  it('leaves a right file as it is, whatever the line ends, with a mark or without', () => {
    for (const format of NAMED_FORMATS) {
      const text = validFile(format, 3);
      for (const variant of [
        text,
        `${text}\n`,
        text.replaceAll('\n', '\r\n'),
        `\uFEFF${text}\r\n`.replaceAll(/\r?\n/g, '\r\n'),
      ]) {
        const checked = checkedText(variant, { name: fileNameOf(format) });
        assert.deepEqual(formattingEdits(checked, TWO_BLANKS), []);
      }
    }
  });

  it('keeps CRLF and the byte-order mark while it moves lines', () => {
    assert.equal(
      formatted('\uFEFF{"sons":\r\n"HOP-DPI-Va2","demandes":[]}\r\n'),
      '\uFEFF{\r\n  "sons": "HOP-DPI-Va2",\r\n  "demandes": []\r\n}\r\n',
    );
  });

  it('indents with tabs, or as many blanks as the editor wants', () => {
    assert.equal(
      formatted('{"sons":1,"demandes":[]}', { insertSpaces: false }),
      '{\n\t"sons": 1,\n\t"demandes": []\n}',
    );
    assert.equal(
      formatted('{"sons":1,"demandes":[]}', { tabSize: 3 }),
      '{\n   "sons": 1,\n   "demandes": []\n}',
    );
  });

  it('adds a final line break when asked to, keeps one that is there, and never takes it away', () => {
    assert.equal(formatted('{"sons":1}', { insertFinalNewline: true }), '{\n  "sons": 1\n}\n');
    assert.equal(formatted('{"sons":1}\n', { insertFinalNewline: true }), '{\n  "sons": 1\n}\n');
    assert.equal(formatted('{"sons":1}\n', { insertFinalNewline: false }), '{\n  "sons": 1\n}\n');
    assert.equal(formatted('{"sons":1}\r\n \r\n'), '{\r\n  "sons": 1\r\n}\r\n');
    assert.equal(formatted('{"sons":1} '), '{\n  "sons": 1\n}');
  });

  it('formats the lines of a range, and nothing else', () => {
    assert.equal(
      formattedBetween('{\n "sons":1,\n|"fournisseur":{"siren":null,|\n"b":2},\n "demandes":[]}\n'),
      '{\n "sons":1,\n  "fournisseur": {\n    "siren": null,\n"b":2},\n "demandes":[]}\n',
    );
    assert.equal(formattedBetween('{\n|"sons":1,\n|"a":2}'), '{\n  "sons": 1,\n"a":2}');
    assert.equal(formattedBetween('{\n"sons":1,\n"a"|:2}'), '{\n"sons":1,\n  "a": 2\n}');
  });

  it('keeps the final line break when the range is the whole text, or stops before it', () => {
    assert.equal(formattedBetween('|{"sons":1}\n|'), '{\n  "sons": 1\n}\n');
    assert.equal(formattedBetween('|{"sons":1}|\n', { insertFinalNewline: true }), '{\n  "sons": 1\n}\n');
  });

  it('leaves in one piece what is one slip', () => {
    const slips = ['300,00', '1 200,50', '“x, y”', '12h30', '01/02/2022', 'Null'];
    const keys = slips.map((slip, i) => `"k${i}":${slip}`);
    const result = formatted(`{"typeDemande":"AVANCE","demandes":[{${keys.join(',')}}]}`);
    for (const [i, slip] of slips.entries()) assert.ok(result.includes(`\n      "k${i}": ${slip}`), result);
  });

  it('leaves a request with a syntax error as it is, and lays out the others', () => {
    const right = validFileOf('HOP-DPI-Va2', 3);
    const flat = right.replaceAll(/\n\s*/g, '\n');
    for (const [before, after] of [
      ['"BDC-0002",\n', '"BDC-0002"\n'],
      ['"REF-0002",', '"REF-0002,'],
      ['"numero": "BDC-0002"', '"numero":'],
      ['"numero": "BDC-0002"', 'numero: "BDC-0002"'],
    ] as const) {
      const result = formatted(flat.replace(before, after));
      const layoutOf = (reference: string): RegExpExecArray | null =>
        new RegExp(`\n( *)[^\n]*${reference}`).exec(result);
      assert.equal(layoutOf('BDC-0001')?.[1]?.length, 8);
      assert.equal(layoutOf('BDC-0003')?.[1]?.length, 8);
      assert.equal(layoutOf('FINESSPMSI')?.[1]?.length, 12);
      assert.ok(
        result.includes(after.trim() + '\n') || result.includes(`\n${after}`),
        `${after} as it was in ${result}`,
      );
    }
  });

  it('lays out the requests of a broken envelope', () => {
    const right = validFileOf('HOP-DPI-Va2', 2);
    const flat = right.replaceAll(/\n\s*/g, '\n').replace('"AVANCE",', '"AVANCE"');
    const [head, tail] = formatted(flat).split('"demandes": [');
    assert.ok(head?.includes('\n"typeDemande": "AVANCE"\n"sons"'));
    assert.match(tail ?? '', /^\n\{\n {2}"referenceDemande": "REF-0001",\n {2}"typePrestation"/);
  });

  it('does not blow up a text of brackets, and leaves alone what is no text', () => {
    const deep = `{"typeDemande":"AVANCE","sons":"HOP-DPI-Va2","demandes":${'['.repeat(10_000)}`;
    assert.ok(formatted(deep).length < 2 * deep.length);
    assert.equal(formatted('\u0000\u0001{"a":1}'), '\u0000\u0001{"a":1}');
  });

  it('sends few edits rather than tens of thousands', () => {
    const requests = JSON.stringify(JSON.parse(validFileOf('IMG-RIS-Va2', 200)));
    const keys = Array.from({ length: 60_000 }, (_, i) => `"k${i}":${i}`).join(',');
    const small = Array.from({ length: 6_000 }, (_, i) => `{"referenceDemande":"${i}"}`).join(',');
    for (const flat of [
      requests,
      requests.replace('{"referenceDemande"', `{${keys},"referenceDemande"`),
      requests.replace('"demandes":[', `"demandes":[${small},`),
    ]) {
      const checked = checkedText(flat);
      const edits = formattingEdits(checked, TWO_BLANKS);
      assert.ok(edits.length > 0 && edits.length <= 10_000, `${edits.length} edits`);
      const result = TextDocument.applyEdits(checked.document, edits);
      assert.deepEqual(JSON.parse(result), JSON.parse(flat));
      assert.equal(formatted(result), result);
    }
  });

  it('moves blanks only, for any text', () => {
    const right = validFileOf('MDV-LGC-Va2', 2);
    fc.assert(
      fc.property(
        fc.oneof(brokenFrom(right), brokenFrom(right.replaceAll(/\n\s*/g, ' ')), anyText),
        (text) => {
          const result = formatted(text);
          assert.equal(withoutBlanks(result), withoutBlanks(text));
          assert.deepEqual(readingOf(result), readingOf(text));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('moves blanks only, for any range of any text', () => {
    const right = validFileOf('HOP-PFI-Va2', 1);
    const range = fc.tuple(fc.nat({ max: 9999 }), fc.nat({ max: 9999 }));
    fc.assert(
      fc.property(fc.oneof(fc.constant(right), brokenFrom(right), anyText), range, (text, [a, b]) => {
        const plain = text.replaceAll('|', '');
        const [from, to] = [a % (plain.length + 1), b % (plain.length + 1)].sort((x, y) => x - y);
        assert.ok(from !== undefined && to !== undefined);
        const result = formattedBetween(
          `${plain.slice(0, from)}|${plain.slice(from, to)}|${plain.slice(to)}`,
        );
        assert.equal(withoutBlanks(result), withoutBlanks(plain));
      }),
      { numRuns: 500 },
    );
  });

  it('changes nothing the second time', () => {
    const right = validFileOf('MDV-LGC-Va2', 2);
    fc.assert(
      fc.property(brokenFrom(right.replaceAll(/\n\s*/g, ' ')), (text) => {
        const once = formatted(text);
        assert.equal(formatted(once), once);
      }),
      { numRuns: 200 },
    );
  });
});
