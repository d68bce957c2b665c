import assert from 'node:assert/strict';
import fc from 'fast-check';
import { foldingRangesOf } from '../../server/src/features/folding';
import { checkedText } from '../support/checked';
import { anyText, brokenFrom } from '../support/broken-texts';
import { validFileOf } from '../support/valid-files';

/** The first and the last folded line of each range. */
function folded(text: string): string[] {
  const lines = text.split('\n');
  return foldingRangesOf(checkedText(text)).map(
    ({ startLine, endLine }) => `${lines[startLine]?.trim()} … ${lines[endLine + 1]?.trim() ?? 'end'}`,
  );
}

describe('folding', () => {
  it('folds objects and lists over several lines, requests included, and leaves the closing bracket', () => {
    const found = folded(validFileOf('HOP-DPI-Va2', 2));
    assert.equal(found[0], '{ … }');
    assert.equal(found[1], '"fournisseur": { … },');
    assert.equal(found[2], '"demandes": [ … ]');
    assert.equal(found.filter((range) => range === '"clientsFinaux": [ … ],').length, 2);
    assert.ok(
      found.every((range) => /^("\w+": )?(\{ … \}|\[ … \]),?$/.test(range)),
      found.join('\n'),
    );
  });

  it('does not fold what stands on one line, nor a bracket and its closing one on the next', () => {
    const text =
      '{"typeDemande": "AVANCE",\n"sons": "HOP-DPI-Va2",\n"fournisseur": {"siren": [1, 2]}, "demandes": [\n]}';
    assert.deepEqual(foldingRangesOf(checkedText(text)), [{ startLine: 0, endLine: 2 }]);
  });

  it('folds an unclosed block up to its last line', () => {
    const text =
      '{\n  "sons": "HOP-DPI-Va2",\n  "fournisseur": {\n    "siren": null,\n    "raisonSociale": null';
    const ranges = foldingRangesOf(checkedText(text));
    assert.deepEqual(ranges, [
      { startLine: 0, endLine: 4 },
      { startLine: 2, endLine: 4 },
    ]);
  });

  it('keeps the outermost ranges of a huge file', () => {
    const ranges = foldingRangesOf(checkedText(validFileOf('IMG-RIS-Va2', 800)));
    assert.equal(ranges.length, 5000);
    assert.equal(ranges.filter(({ startLine }) => startLine === 0).length, 1);
    const last = ranges.at(-1);
    assert.ok(last && last.startLine > 40_000, 'requests at the end are still folded');
  });

  it('gives one range a line, of more than one line, inside the text, for any text', () => {
    const right = validFileOf('MDV-LGC-Va2', 2);
    fc.assert(
      fc.property(fc.oneof(brokenFrom(right), anyText), (text) => {
        const checked = checkedText(text);
        const ranges = foldingRangesOf(checked);
        assert.equal(new Set(ranges.map(({ startLine }) => startLine)).size, ranges.length);
        for (const { startLine, endLine } of ranges) {
          assert.ok(0 <= startLine && startLine < endLine && endLine < checked.document.lineCount);
        }
      }),
      { numRuns: 300 },
    );
  });
});
