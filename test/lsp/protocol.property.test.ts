import fc from 'fast-check';
import { playSession, protocolSession } from '../support/protocol-steps';

describe('any sequence of messages', function () {
  this.timeout(600_000);

  it('is answered to its end, and leaves the findings of the last text', async () => {
    const numRuns = 200 * (Number(process.env.RUNS) || 1);
    await fc.assert(fc.asyncProperty(protocolSession(40), playSession), { numRuns });
  });
});
