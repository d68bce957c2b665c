import assert from 'node:assert/strict';
import { escapeSnippet, TabStops } from '../../../server/src/features/completion/snippet-text';
import { expandSnippet } from './accept';

describe('snippet text', () => {
  const odd = 'a $1 ${2:b} } \\ {c} , | "é"';

  it('a text stays what it is', () => {
    assert.equal(escapeSnippet('$1 } \\'), '\\$1 \\} \\\\');
    assert.equal(expandSnippet(escapeSnippet(odd)), odd);
  });

  it('so does what stands at a stop, or is to be chosen there', () => {
    assert.equal(expandSnippet(new TabStops().stop(odd)), odd);
    assert.equal(expandSnippet(new TabStops().choice([odd, 'b'])), odd);
  });

  it('stops are numbered in their order', () => {
    const stops = new TabStops();
    assert.equal(`${stops.stop('a')}${stops.stop('')}${stops.choice(['b', 'c'])}`, '${1:a}$2${3|b,c|}');
  });
});
