import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyse } from '../../server/src/analysis/analyse';
import { locatedFixes } from '../../server/src/analysis/located';
import { mendAll } from '../../server/src/analysis/mend';
import { applyEdits } from '../../server/src/syntax/edits';
import { mutatedFile } from '../support/mutations';

const NAME = 'depot.avance.json';
/** What a reader of JSON would stumble over. */
const UNREADABLE = new Set(['json-syntaxe', 'litteral-invalide', 'virgule-decimale']);
/** A remark on the model, once a file and tag: writing such a tag for the first time brings it. */
const REMARK = 'balise-incertaine';

const findingsOf = (text: string): ReturnType<typeof analyse>['findings'] =>
  analyse({ name: NAME, text }).findings;

function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { finding } of findingsOf(text)) counts.set(finding.code, (counts.get(finding.code) ?? 0) + 1);
  return counts;
}

const runs = (numRuns: number): fc.Parameters<unknown> => ({
  numRuns: numRuns * (Number(process.env.RUNS) || 1),
});

describe('fixes, on right files that were spoilt at random', function () {
  this.timeout(600_000);

  it('each one removes its finding and adds none', () => {
    fc.assert(
      fc.property(mutatedFile(2), (text) => {
        const before = countsOf(text);
        for (const located of findingsOf(text)) {
          for (const fix of locatedFixes(located)) {
            const mended = applyEdits(text, fix.edits);
            const after = countsOf(mended);
            const { code } = located.finding;
            const told = `${code} ${located.finding.message.key} ${fix.title.key}\n${text}\n-----\n${mended}`;
            assert.ok((after.get(code) ?? 0) < (before.get(code) ?? 0), `still there: ${told}`);
            for (const [other, count] of after) {
              if (other !== REMARK) assert.ok(count <= (before.get(other) ?? 0), `added ${other}: ${told}`);
            }
          }
        }
      }),
      runs(400),
    );
  });

  it('mending all that is safe twice changes nothing the second time', () => {
    fc.assert(
      fc.property(mutatedFile(6), (text) => {
        const once = mendAll({ name: NAME, text }, { kinds: ['safe'] }).text;
        assert.equal(mendAll({ name: NAME, text: once }, { kinds: ['safe'] }).text, once);
      }),
      runs(300),
    );
  });

  it('what is safe leaves no safe fix behind', () => {
    fc.assert(
      fc.property(mutatedFile(6), (text) => {
        const findings = findingsOf(mendAll({ name: NAME, text }, { kinds: ['safe'] }).text);
        const left = findings.filter((located) => locatedFixes(located).some(({ kind }) => kind === 'safe'));
        assert.deepEqual(
          left.map(({ finding }) => finding.code),
          [],
        );
      }),
      runs(200),
    );
  });

  it('a text is JSON exactly when nothing is said of its syntax, before and after mending', () => {
    fc.assert(
      fc.property(mutatedFile(4), (text) => {
        const mended = mendAll({ name: NAME, text }, { kinds: ['safe', 'unsafe'] }).text;
        for (const version of [text, mended]) {
          const isSaid = findingsOf(version).some(({ finding }) => UNREADABLE.has(finding.code));
          assert.equal(isJson(version), !isSaid, version);
        }
      }),
      runs(400),
    );
  });
});

/** A byte order mark is another rule's matter. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\uFEFF+/, ''));
    return true;
  } catch {
    return false;
  }
}
