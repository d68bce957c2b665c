import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyse } from '../../server/src/analysis/analyse';
import { locatedFixes, type LocatedFinding } from '../../server/src/analysis/located';
import { mendAll } from '../../server/src/analysis/mend';
import { applyEdits } from '../../server/src/syntax/edits';
import { mutatedFile } from '../support/mutations';

/** The name under which a text is checked: of its own step, however spoilt it is. */
const nameOf = (text: string): string => `depot.${text.includes('"SOLDE"') ? 'solde' : 'avance'}.json`;
/** What a reader of JSON would stumble over. */
const UNREADABLE = new Set(['json-syntaxe', 'litteral-invalide', 'virgule-decimale']);
/** A remark on the model, once a file and tag: writing such a tag for the first time brings it. */
const REMARK = 'balise-incertaine';

const findingsOf = (text: string, name = nameOf(text)): readonly LocatedFinding[] =>
  analyse({ name, text }).findings;

function countsOf(text: string, name: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { finding } of findingsOf(text, name)) {
    counts.set(finding.code, (counts.get(finding.code) ?? 0) + 1);
  }
  return counts;
}

/** `RUNS=20` looks twenty times longer. */
const runs = (numRuns: number): fc.Parameters<unknown> => ({
  numRuns: numRuns * (Number(process.env.RUNS) || 1),
});

describe('fixes, on right files that were spoilt at random', function () {
  this.timeout(600_000);

  it('each one removes its finding and adds none', () => {
    fc.assert(
      fc.property(mutatedFile(3), (text) => {
        const name = nameOf(text);
        const before = countsOf(text, name);
        for (const located of findingsOf(text)) {
          for (const fix of locatedFixes(located)) {
            const mended = applyEdits(text, fix.edits);
            const after = countsOf(mended, name);
            const { code } = located.finding;
            const told = `${code} ${located.finding.message.key} ${fix.title.key}\n${text}\n-----\n${mended}`;
            const left = (before.get(code) ?? 0) - (uncoversEnvelope(located) ? 0 : 1);
            assert.ok((after.get(code) ?? 0) <= left, `still there: ${told}`);
            for (const [other, count] of after) {
              if (other !== REMARK) assert.ok(count <= (before.get(other) ?? 0), `added ${other}: ${told}`);
            }
          }
        }
      }),
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

/** A file cut short says so in its last request; once that one is closed, the envelope says the same of itself. */
function uncoversEnvelope({ finding, demande }: LocatedFinding): boolean {
  return demande !== undefined && /\.(accolade|crochet)-manquant/.test(finding.message.key);
}

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
