import fc from 'fast-check';
import { playSession, protocolSession } from '../../test/support/protocol-steps';
import { target, type Target } from './target';

/** Long enough for what a session costs by itself to count for little. */
const LONGEST = 400;

/** The server: what an editor may send it, and what no editor should. */
export const PROTOCOL_TARGET: Target = target('protocol: messages of an editor, some of them made up', {
  share: 4,
  make: (random) => fc.sample(protocolSession(LONGEST), { numRuns: 1, seed: random.nat(2 ** 31) })[0] ?? [],
  check: playSession,
  steps: (session) => session.length,
});
