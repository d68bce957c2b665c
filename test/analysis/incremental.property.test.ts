import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyse, type Analysis } from '../../server/src/analysis/analyse';
import type { Memo } from '../../server/src/analysis/memo';
import { cutFile, recutFile } from '../../server/src/analysis/cut-file';
import { FormatRegistry } from '../../server/src/formats/registry';
import type { HoleNode } from '../../server/src/syntax/nodes';
import { ChunkedText } from '../../server/src/syntax/chunked-text';
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
  '/*',
  '*/',
  '// ',
  '"a: {"b": 1',
  '{"referenceDemande": "COLLE"},',
  ',\r\n    {"referenceDemande": "COLLE"}',
  '\uD83D',
  '}\n  ]\n',
];

/** Where edits hurt most: at the borders of requests and of their list. */
const BORDERS = /\}\s*,\s*\{|\[\s*\{|\}\s*\]/g;

const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    atBorder: fc.boolean(),
    /** Goes back to the text before the last edit. */
    undo: fc.nat({ max: 5 }).map((chance) => chance === 0),
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

const REGISTRY = new FormatRegistry();

/** An offset in or beside one of the borders. */
function borderIn(text: string, at: number): number {
  const borders = [...text.matchAll(BORDERS)];
  const border = borders[Math.floor(at * borders.length * 0.999)];
  return border ? border.index + Math.floor((at * 1000) % (border[0].length + 1)) : 0;
}

describe('incremental ≡ full', () => {
  for (const format of NAMED_FORMATS) {
    it(`${format.id}: after any edits, what is kept gives what a fresh run gives`, () => {
      fc.assert(
        fc.property(edits, fc.integer({ min: 1, max: 4 }), (changes, requests) => {
          let text = validFile(format, requests);
          let before = text;
          let memo: Memo | undefined;
          let chunked = ChunkedText.of(text);
          let chunkedMemo: Memo | undefined;
          for (const { at, atBorder, undo, removed, inserted } of changes) {
            const start = atBorder ? borderIn(text, at) : Math.floor(at * text.length);
            const edited = undo ? before : text.slice(0, start) + inserted + text.slice(start + removed);
            chunked = undo
              ? chunked.replace(0, text.length, edited)
              : chunked.replace(start, Math.min(text.length, start + removed), inserted);
            before = text;
            text = edited;
            const name = fileNameOf(format);
            const full = shown(analyse({ name, text }));
            const kept = analyse({ name, text }, memo);
            assert.deepEqual(shown(kept), full);
            const inChunks = analyse({ name, text: chunked }, chunkedMemo);
            assert.deepEqual(shown(inChunks), full);
            assert.equal(inChunks.text, text);
            memo = kept.memo;
            chunkedMemo = inChunks.memo;
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

  it('cuts an edited text as it cuts a new one, request by request', () => {
    const [format] = NAMED_FORMATS;
    assert.ok(format);
    const valid = validFile(format, 12);
    let followed = 0;
    fc.assert(
      fc.property(edits, (changes) => {
        let text = valid;
        let file = cutFile({ name: fileNameOf(format), source: text, choice: undefined, registry: REGISTRY });
        for (const { at, atBorder, removed, inserted } of changes) {
          const start = atBorder ? borderIn(text, at) : Math.floor(at * text.length);
          const before = text;
          text = text.slice(0, start) + inserted + text.slice(start + removed);
          const next = { ...file, source: text };
          const full = cutFile(next);
          const again = recutFile(file, next);
          if (again) {
            followed++;
            assert.deepEqual(again.recognition, full.recognition);
            assert.deepEqual(again.cut.requests.map(placeOf), full.cut.requests.map(placeOf));
            assert.deepEqual(plain(again.cut.envelope.root), plain(full.cut.envelope.root));
            assert.deepEqual(again.cut.envelope.problems, full.cut.envelope.problems);
            assert.equal(again.cut.envelope.size, full.cut.envelope.size);
          }
          // What can no longer be followed is taken back.
          if (full.regular) file = again ?? full;
          else text = before;
        }
      }),
      { numRuns: 500 },
    );
    assert.ok(followed > 100, `only ${followed} edits were followed`);
  });
});

function placeOf({ start, end, closed, index }: HoleNode): unknown {
  return { start, end, closed, index };
}

/** A tree without what leads up again, and without how far requests were looked at. */
function plain(node: unknown): unknown {
  return JSON.parse(
    JSON.stringify(node ?? null, (key, value: unknown) =>
      key === 'parent' || key === 'reach' ? undefined : value,
    ),
  );
}
