import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { SelectionRange } from 'vscode-languageserver-types';
import { selectionRangesAt } from '../../server/src/features/selection-ranges';
import type { CheckedDocument } from '../../server/src/features/document';
import { atCursor, checkedText } from '../support/checked';
import { anyText, brokenFrom } from '../support/broken-texts';
import { validFileOf } from '../support/valid-files';

/** The texts selected one after the other, and their offsets. */
function steps(checked: CheckedDocument, offset: number): { text: string; start: number; end: number }[] {
  const { document } = checked;
  const [innermost] = selectionRangesAt(checked, [document.positionAt(offset)]);
  const found = [];
  for (let step: SelectionRange | undefined = innermost; step; step = step.parent) {
    const { start, end } = step.range;
    found.push({
      text: document.getText(step.range),
      start: document.offsetAt(start),
      end: document.offsetAt(end),
    });
  }
  return found;
}

function selected(marked: string): string[] {
  const { text, offset } = atCursor(marked);
  return steps(checkedText(text), offset).map((step) => step.text);
}

describe('selection ranges', () => {
  it('widen from the word to the file', () => {
    const request = '{"referenceDemande": "lot de ma|rs", "typePrestation": null}';
    const whole = `{"sons": "HOP-DPI-Va2", "typeDemande": "AVANCE", "demandes": [${request}]}\n`;
    const plain = whole.replace('|', '');
    assert.deepEqual(selected(whole), [
      'mars',
      'lot de mars',
      '"lot de mars"',
      '"referenceDemande": "lot de mars"',
      request.replace('|', ''),
      `[${request.replace('|', '')}]`,
      `"demandes": [${request.replace('|', '')}]`,
      plain.trimEnd(),
      plain,
    ]);
  });

  it('begin with the key on a key, and with the value on a number', () => {
    assert.deepEqual(selected('{"sons": "HOP-DPI-Va2", "typeD|emande": "AVANCE"}').slice(0, 3), [
      'typeDemande',
      '"typeDemande"',
      '"typeDemande": "AVANCE"',
    ]);
    assert.deepEqual(
      selected('{"sons": "HOP-DPI-Va2", "typeDemande": "AVANCE", "demandes": [{"a": 30|0.00}]}').slice(0, 2),
      ['300.00', '"a": 300.00'],
    );
  });

  it('keep an unfinished text in one piece', () => {
    assert.deepEqual(selected('{"typeDemande": "AVANCE", "sons": "HOP DPI|').slice(0, 3), [
      'DPI',
      'HOP DPI',
      '"HOP DPI',
    ]);
  });

  it('answer for each position, an empty text included', () => {
    const checked = checkedText('');
    const origin = { line: 0, character: 0 };
    const here = { range: { start: origin, end: origin } };
    assert.deepEqual(selectionRangesAt(checked, [origin, origin]), [here, here]);
  });

  it('hold the cursor and the range before, at every offset of any text, and end with the file', () => {
    const right = validFileOf('IMG-RIS-Va2', 2);
    fc.assert(
      fc.property(
        fc.oneof(fc.constant(right), brokenFrom(right), anyText),
        fc.nat({ max: 9999 }),
        (text, seed) => {
          const checked = checkedText(text);
          // A position between \r and \n does not exist for an editor.
          const offset = checked.document.offsetAt(checked.document.positionAt(seed % (text.length + 1)));
          let inner = { start: offset, end: offset };
          for (const { start, end } of steps(checked, offset)) {
            assert.ok(
              start <= inner.start && inner.end <= end,
              `${start}-${end} does not hold ${inner.start}-${inner.end}`,
            );
            inner = { start, end };
          }
          assert.deepEqual(inner, { start: 0, end: text.length });
        },
      ),
      { numRuns: 300 },
    );
  });
});
