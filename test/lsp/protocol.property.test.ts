import assert from 'node:assert/strict';
import fc from 'fast-check';
import { playSession, protocolSession } from '../support/protocol-steps';

describe('any sequence of messages', function () {
  this.timeout(600_000);

  it('a change below the last line leaves the places right', async () => {
    const uri = 'file:///depot/a.avance.json';
    const [start, end] = [18, 19].map((line) => ({ line, character: 0 }));
    assert.ok(start && end);
    await playSession([
      { kind: 'open', uri, cut: 0 },
      { kind: 'change', uri, start, end, text: '\r\n' },
    ]);
  });

  it('is answered to its end, and leaves the findings of the last text', async () => {
    const numRuns = 200 * (Number(process.env.RUNS) || 1);
    await fc.assert(fc.asyncProperty(protocolSession(40), playSession), { numRuns });
  });
});
