import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parseJson, parseText } from '../../server/src/syntax/parse';
import { MOST_VALUES } from '../../server/src/syntax/parse-options';
import { readStrict } from '../../server/src/syntax/strict';
import { validFileOf } from '../support/valid-files';

const TEXTS = [
  validFileOf('MDV-LGC-Va2', 2),
  readFileSync('samples/hopital/dpi-correct.avance.json', 'utf8'),
  '{"a":[1,-0.5e+3,true,false,null,"",{}],"b":{"\\u00e9\\n\\"":[[]]},"a":"😀 \u2028 é"}',
];
/** What tips a text over from JSON into something else, and what only seems to. */
const PIECES = [
  '"',
  ',',
  ':',
  '{',
  '}',
  '[',
  ']',
  '\\',
  ' ',
  '\n',
  '\t',
  '\u0000',
  '\u00a0',
  '\uFEFF',
  '0',
  '-',
];
const OTHERS = ['e', '.', "'", '//', 'null', '"a": ', '\\u00e9', '\\x', ', ', '😀', '\u2028'];

/** The same text as the tolerant reading has it. */
function tolerant(text: string): object {
  const { root, problems, size } = parseText(text, {});
  return { text, root, problems, size };
}

describe('JSON to the letter, read fast', () => {
  it('is read, to the tree of the tolerant reading', () => {
    for (const text of TEXTS) {
      for (const form of [
        text,
        JSON.stringify(JSON.parse(text)),
        text.replaceAll('\n', '\r\n'),
        ` ${text}\n\n`,
      ]) {
        assert.ok(readStrict(form, MOST_VALUES), form.slice(0, 60));
        assert.deepEqual(parseJson(form), tolerant(form));
      }
    }
  });

  it('whatever JSON has, down to its depth', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 40 }), (text) => {
        assert.deepEqual(parseJson(text), tolerant(text));
      }),
    );
  });

  it('any text, one thing away from JSON', () => {
    const edit = fc.record({
      text: fc.constantFrom(...TEXTS),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      gone: fc.nat(3),
      piece: fc.constantFrom('', ...PIECES, ...OTHERS),
    });
    fc.assert(
      fc.property(edit, ({ text, at, gone, piece }) => {
        const place = Math.floor(at * text.length);
        const edited = text.slice(0, place) + piece + text.slice(place + gone);
        assert.deepEqual(parseJson(edited), tolerant(edited));
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves to the tolerant reading what it cannot vouch for', () => {
    const deep = `${'['.repeat(40)}${']'.repeat(40)}`;
    for (const text of [
      '',
      '1',
      '{"a":1,}',
      '{"a":01}',
      '{"a" 1}',
      '[1] 2',
      '{"a":"\t"}',
      '{"a":tru}',
      deep,
    ]) {
      assert.equal(readStrict(text, MOST_VALUES), undefined, text);
    }
    assert.equal(readStrict('[1,2,3]', 3), undefined);
    assert.ok(readStrict('[1,2,3]', 4));
  });

  it('stops where there are more values than it was given', (): void => {
    // A text with an escape is decoded by JSON.parse: what was decoded tells how far the reading went.
    const decoded: string[] = [];
    const { parse } = JSON;
    JSON.parse = (text: string): unknown => decoded.push(text) && parse(text);
    try {
      assert.equal(readStrict(`[${Array(100).fill('"\\n"').join(',')}]`, 4), undefined);
    } finally {
      JSON.parse = parse;
    }
    assert.deepEqual(decoded, Array(3).fill('"\\n"'));
  });
});
