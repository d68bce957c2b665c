import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyse } from '../../server/src/analysis/analyse';
import { locatedFixes, type LocatedFinding } from '../../server/src/analysis/located';
import { mendAll } from '../../server/src/analysis/mend';
import { applyEdits } from '../../server/src/syntax/edits';
import { MANIFEST, momentOf } from '../support/fixture';
import { sampleManifests } from '../support/manifests';
import { mutated } from '../support/mutations';

/**
 * Of two keys of one name the first is read: the fix that keeps the last one shows what that one says. What is found in
 * it was hidden, not added; the fix is a choice of the user's, and "to be checked".
 */
const KEEPS_THE_LAST = 'regle.cle-dupliquee.fix.derniere';

const now = momentOf('2026-03-05T10:00');
const findingsOf = (text: string): readonly LocatedFinding[] =>
  analyse({ name: MANIFEST, text, now }).findings;

/** How many findings of each rule there are. */
function countsOf(findings: readonly LocatedFinding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { finding } of findings) counts.set(finding.code, (counts.get(finding.code) ?? 0) + 1);
  return counts;
}

const spoilt = (most: number): fc.Arbitrary<string> => mutated(fc.constantFrom(...sampleManifests()), most);
const runs = (numRuns: number): fc.Parameters<unknown> => ({
  numRuns: numRuns * (Number(process.env.RUNS) || 1),
});

describe('fixes of a candidature, on right manifests that were spoilt at random', function () {
  this.timeout(600_000);

  it('each one removes its finding and adds none', () => {
    fc.assert(
      fc.property(spoilt(3), (text) => {
        const findings = findingsOf(text);
        const before = countsOf(findings);
        for (const located of findings) {
          for (const fix of locatedFixes(located)) {
            const mended = applyEdits(text, fix.edits);
            const after = countsOf(findingsOf(mended));
            const { code, message } = located.finding;
            const told = `${message.key} ${fix.title.key}\n${text}\n-----\n${mended}`;
            assert.ok((after.get(code) ?? 0) < (before.get(code) ?? 0), `still there: ${told}`);
            if (fix.title.key === KEEPS_THE_LAST) continue;
            for (const [other, count] of after) {
              assert.ok(count <= (before.get(other) ?? 0), `added ${other}: ${told}`);
            }
          }
        }
      }),
      runs(100),
    );
  });

  it('mending all that is safe leaves no safe fix behind', () => {
    fc.assert(
      fc.property(spoilt(5), (text) => {
        const { text: once } = mendAll({ name: MANIFEST, text, now }, { kinds: ['safe'] });
        const left = findingsOf(once).filter((located) =>
          locatedFixes(located).some(({ kind }) => kind === 'safe'),
        );
        assert.deepEqual(
          left.map(({ finding }) => finding.message.key),
          [],
          once,
        );
      }),
      runs(60),
    );
  });
});
