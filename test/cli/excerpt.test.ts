import assert from 'node:assert/strict';
import fc from 'fast-check';
import { excerptOf } from '../../server/src/cli/report/excerpt';
import { wrap } from '../../server/src/cli/report/style';

/** The part of the line above the carets. */
function underlined(text: string, start: number, end: number, width?: number): string {
  const column = start - (text.lastIndexOf('\n', start - 1) + 1);
  const { line, carets } = excerptOf(text, { start, end }, column, width);
  return [...line].slice(carets.indexOf('^'), carets.length).join('');
}

describe('excerpt of a line', () => {
  it('underlines what was found', () => {
    assert.equal(underlined('{\n  "a": Null,\n}', 9, 13), 'Null');
    assert.equal(underlined('{"a": Null}', 6, 10), 'Null');
  });

  it('a finding over several lines is underlined to the end of the first', () => {
    assert.equal(underlined('{\n  "a": [\n    1\n  ]\n}', 9, 20), '[');
  });

  it('is cut on both sides of a finding far in a long line', () => {
    const text = `${'a'.repeat(5_000_000)}Null${'b'.repeat(5_000_000)}`;
    const { line } = excerptOf(text, { start: 5_000_000, end: 5_000_004 }, 5_000_000, 40);
    assert.match(line, /^…a+Nullb+…$/);
    assert.ok(line.length <= 42);
    assert.equal(underlined(text, 5_000_000, 5_000_004, 40), 'Null');
  });

  it('shows at least one caret, at the end of the text too', () => {
    assert.equal(excerptOf('ab', { start: 2, end: 2 }, 2).carets, '  ^');
    assert.equal(excerptOf('', { start: 0, end: 0 }, 0).carets, '^');
  });

  it('counts a character beyond the first plane once', () => {
    assert.equal(underlined('"😀😀": Null', 8, 12), 'Null');
  });
});

describe('wrapping', () => {
  it('keeps every word and every width', () => {
    const text = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(text, fc.integer({ min: 12, max: 60 }), (words, width) => {
        const lines = wrap(words.join(' '), width);
        assert.equal(lines.join(' '), words.join(' '));
        for (const line of lines) assert.ok(line.length <= width);
      }),
    );
  });

  it('leaves a text whole without a width', () => {
    assert.deepEqual(wrap('un deux trois', undefined), ['un deux trois']);
  });
});
