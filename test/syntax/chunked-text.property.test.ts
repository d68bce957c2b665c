import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { OpenDocument } from '../../server/src/lsp/open-document';
import { ChunkedText } from '../../server/src/syntax/chunked-text';
import { changeBetween } from '../../server/src/syntax/source-text';

/** Lines of every length and every end, some of them longer than a chunk. */
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('\r', '\n', '\r\n', 'a', '😀', '{"é": 1},\r\n') },
  { weight: 2, arbitrary: fc.nat({ max: 3000 }).map((length) => 'x'.repeat(length)) },
  { weight: 1, arbitrary: fc.nat({ max: 400 }).map((count) => '    "cle": 12,\n'.repeat(count)) },
);
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
const edits = fc.array(
  fc.record({
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 20_000 })),
    inserted: fc.oneof(fc.constantFrom('', '\r', '\n', '\r\n', 'é'), text),
  }),
  { maxLength: 8 },
);

describe('a text in chunks', () => {
  it('reads like the string that it stands for, whatever was edited', () => {
    fc.assert(
      fc.property(
        text,
        edits,
        fc.array(fc.nat({ max: 100_000 }), { maxLength: 10 }),
        (start, all, places) => {
          let plain = start;
          let chunked = ChunkedText.of(start);
          for (const { from, removed, inserted } of all) {
            const at = Math.floor(from * plain.length);
            const end = Math.min(plain.length, at + removed);
            const before = chunked;
            const wasPlain = plain;
            plain = plain.slice(0, at) + inserted + plain.slice(end);
            chunked = chunked.replace(at, end, inserted);
            assert.equal(before.slice(0), wasPlain);
            const change = changeBetween(before, chunked);
            assert.deepEqual(change, changeBetween(wasPlain, plain));
            if (change) {
              const middle = chunked.slice(change.start, change.newEnd);
              assert.equal(wasPlain.slice(0, change.start) + middle + wasPlain.slice(change.oldEnd), plain);
            } else assert.equal(plain, wasPlain);
          }
          assert.equal(chunked.toString(), plain);
          assert.equal(chunked.length, plain.length);
          const document = TextDocument.create('file:///a', 'json', 1, plain);
          assert.equal(chunked.lineCount, document.lineCount);
          for (const place of places) {
            const offset = plain.length === 0 ? 0 : place % (plain.length + 1);
            const position = document.positionAt(offset);
            assert.deepEqual(chunked.positionAt(offset), position);
            assert.equal(chunked.offsetAt(position), document.offsetAt(position));
            const beyond = { line: position.line, character: position.character + 5 };
            assert.equal(chunked.offsetAt(beyond), document.offsetAt(beyond));
            assert.equal(chunked.slice(offset, offset + 5000), plain.slice(offset, offset + 5000));
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('an open document follows the changes that a client sends', () => {
    fc.assert(
      fc.property(text, edits, (start, all) => {
        const open = OpenDocument.create('file:///a', 'json', 1, start);
        const plain = TextDocument.create('file:///a', 'json', 1, start);
        for (const [i, { from, removed, inserted }] of all.entries()) {
          const at = Math.floor(from * plain.getText().length);
          const range = { start: plain.positionAt(at), end: plain.positionAt(at + removed) };
          const change = i % 5 === 4 ? { text: inserted } : { range, text: inserted };
          OpenDocument.update(open, [change], i + 2);
          TextDocument.update(plain, [change], i + 2);
          assert.equal(open.getText(), plain.getText());
          assert.equal(open.version, i + 2);
          const whole = { start: { line: 1, character: 0 }, end: { line: 40, character: 3 } };
          assert.equal(open.getText(whole), plain.getText(whole));
          for (const line of [-1, 0, 3, plain.lineCount - 1, plain.lineCount]) {
            assert.equal(open.getEOLCharacters(line), plain.getEOLCharacters(line));
            if (line < plain.lineCount) assert.deepEqual(open.getLineRange(line), plain.getLineRange(line));
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
