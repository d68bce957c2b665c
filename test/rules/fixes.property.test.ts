import assert from 'node:assert/strict';
import fc from 'fast-check';
import { locatedFixes } from '../../server/src/analysis/located';
import { mendAll } from '../../server/src/analysis/mend';
import { findingsOf, fixesKeepTheirPromise, nameOf } from '../support/fix-promise';
import { mutatedFile } from '../support/mutations';

/** What a reader of JSON would stumble over. */
const UNREADABLE = new Set(['json-syntaxe', 'litteral-invalide', 'virgule-decimale']);
/** `RUNS=20` looks twenty times longer. */
const runs = (numRuns: number): fc.Parameters<unknown> => ({
  numRuns: numRuns * (Number(process.env.RUNS) || 1),
});

describe('fixes, on right files that were spoilt at random', function () {
  this.timeout(600_000);

  it('each one removes its finding and adds none', () => {
    fc.assert(
      fc.property(mutatedFile(3), (text) => fixesKeepTheirPromise(text)),
      runs(400),
    );
  });

  it('mending all that is safe leaves no safe fix behind: doing it again changes nothing', () => {
    fc.assert(
      fc.property(mutatedFile(6), (text) => {
        const name = nameOf(text);
        const once = mendAll({ name, text }, { kinds: ['safe'] }).text;
        const left = findingsOf(once, name).filter((located) =>
          locatedFixes(located).some(({ kind }) => kind === 'safe'),
        );
        assert.deepEqual(
          left.map(({ finding }) => finding.message.key),
          [],
          once,
        );
        assert.equal(mendAll({ name, text: once }, { kinds: ['safe'] }).text, once);
      }),
      runs(300),
    );
  });

  it('a text is JSON exactly when nothing is said of its syntax, before and after mending', () => {
    fc.assert(
      fc.property(mutatedFile(4), (text) => {
        const name = nameOf(text);
        const mended = mendAll({ name, text }, { kinds: ['safe', 'unsafe'] }).text;
        for (const version of [text, mended]) {
          // In quotes, `"300,00"` is JSON, only not a number.
          const isSaid = findingsOf(version, name).some(
            ({ finding, start }) =>
              UNREADABLE.has(finding.code) && !isQuotedNumber(finding.code, version, start),
          );
          assert.equal(isJson(version), !isSaid, version);
        }
      }),
      runs(400),
    );
  });

  it('every finding underlines something', () => {
    fc.assert(
      fc.property(mutatedFile(6), (text) => {
        for (const { start, end, finding } of findingsOf(text)) {
          assert.ok(0 <= start && end <= text.length, finding.message.key);
          assert.ok(start < end || text === '', finding.message.key);
        }
      }),
      runs(300),
    );
  });
});

function isQuotedNumber(code: string, text: string, start: number): boolean {
  return code === 'virgule-decimale' && text.charAt(start) === '"';
}

/** A byte order mark is another rule's matter. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\uFEFF+/, ''));
    return true;
  } catch {
    return false;
  }
}
