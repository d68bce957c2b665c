import assert from 'node:assert/strict';
import { csvText, tabbedText } from '../../server/src/regulation/spreadsheet';

const NASTY = ['=1+1', '+33', '-2', '@x', '\tx', '\r=x', '＝1+1', '＋33', '－2', '＠x'];

describe('texts for spreadsheets', () => {
  it('CSV has the mark, semicolons, decimal commas, quotes where they are needed', () => {
    assert.equal(csvText([['a;b', 'c"d', 'e\nf', 3, -12_345n]]), '\uFEFF"a;b";"c""d";"e\nf";3;-123,45\r\n');
  });

  it('the clipboard has a tab between cells, and no other: a text of several lines stays one cell', () => {
    assert.equal(tabbedText([['a\tb', 'c\r\nd', 7, 5n], ['x']]), 'a b\tc d\t7\t0,05\nx\n');
    assert.equal(tabbedText([['"a"', 'b"c']]), '"""a"""\tb"c\n');
  });

  it('no text is a formula, in neither; numbers of ours keep their minus', () => {
    for (const text of NASTY) {
      assert.match(csvText([[text]]), /^\uFEFF"?'/, JSON.stringify(text));
      assert.match(tabbedText([[text]]), /^'/, JSON.stringify(text));
    }
    assert.equal(tabbedText([[-1n, -2]]), '-0,01\t-2\n');
  });

  it('what a terminal would obey is replaced: a CSV may be shown in one', () => {
    assert.equal(csvText([['a\u001b[2J\u009b\u202e', 'b\nc']]), '\uFEFFa\uFFFD[2J\uFFFD\uFFFD;"b\nc"\r\n');
  });
});
