import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyse, type Analysis } from '../../server/src/analysis/analyse';
import type { Memo } from '../../server/src/analysis/memo';
import { fileNameOf, NAMED_FORMATS, validFile } from '../support/valid-files';

/** What people type and paste: brackets, quotes, broken literals, line ends, surrogate pairs, whole requests. */
const PASTES = [
  '{',
  '}',
  '[',
  ']',
  ',',
  '"',
  ':',
  '\r\n',
  '\n',
  'null',
  'Null',
  'vrai',
  '300,00',
  '"é😀"',
  '}, {',
  '{}',
  ' ',
];

const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 400 })),
    inserted: fc.oneof(fc.constantFrom(...PASTES), fc.string({ maxLength: 3, unit: 'binary' })),
  }),
  { minLength: 1, maxLength: 12 },
);

const shown = ({ findings }: Analysis): unknown[] =>
  findings.map(({ finding, start, end, demande }) => [
    finding.code,
    start,
    end,
    demande,
    finding.message,
    finding.fixes(),
  ]);

describe('incremental ≡ full', () => {
  for (const format of NAMED_FORMATS) {
    it(`${format.id}: after any edits, what is kept gives what a fresh run gives`, () => {
      fc.assert(
        fc.property(edits, fc.integer({ min: 1, max: 4 }), (changes, requests) => {
          let text = validFile(format, requests);
          let memo: Memo | undefined;
          for (const { at, removed, inserted } of changes) {
            const start = Math.floor(at * text.length);
            text = text.slice(0, start) + inserted + text.slice(start + removed);
            const name = fileNameOf(format);
            const kept = analyse({ name, text }, memo);
            assert.deepEqual(shown(kept), shown(analyse({ name, text })));
            memo = kept.memo;
          }
        }),
        { numRuns: 60 },
      );
    });
  }

  it('reads again only the request that an edit touched', () => {
    const [format] = NAMED_FORMATS;
    assert.ok(format);
    const text = validFile(format, 5);
    const before = analyse({ name: 'x.avance.json', text });
    const after = analyse({ name: 'x.avance.json', text: text.replace('REF-0003', 'REF-0033') }, before.memo);
    const same = after.dossier?.demandes.map(
      ({ part }, rang) => part === before.dossier?.demandes[rang]?.part,
    );
    assert.deepEqual(same, [true, true, false, true, true]);
  });
});
