import assert from 'node:assert/strict';
import { analyse } from '../../../server/src/analysis/analyse';
import { completionAt } from '../../../server/src/features/completion/completion';
import { inlayHintsIn } from '../../../server/src/features/inlay-hints';
import { OpenDocument, sourceOf } from '../../../server/src/lsp/open-document';
import { checkedText } from '../../support/checked';
import { validFileOf } from '../../support/valid-files';

const NAME = 'essai.avance.json';
const OPTIONS = { snippets: true, insertReplace: true };
/** Some chunks long, cut in its last request, with both kinds of line breaks. */
const WHOLE = validFileOf('MDV-LGC-Va2', 12).replaceAll('\n', '\r\n');
const TEXT = `${WHOLE.slice(0, WHOLE.lastIndexOf('"montantHT"'))}\n  `;

describe('a text in chunks', () => {
  const document = OpenDocument.create(`file:///${NAME}`, 'segur-demande', 1, TEXT);
  const inChunks = {
    document,
    analysis: analyse({ name: NAME, text: sourceOf(document) }),
    langue: 'fr',
  } as const;
  const inOne = checkedText(TEXT);

  it('is completed at every place as the same text in one piece', () => {
    let some = 0;
    for (let offset = 0; offset <= TEXT.length; offset += offset < 2000 ? 1 : 37) {
      const position = document.positionAt(offset);
      const list = completionAt(inChunks, position, OPTIONS);
      assert.deepEqual(list, completionAt(inOne, position, OPTIONS), `at ${offset}`);
      if (list.items.length > 0) some++;
    }
    assert.ok(some > 100);
  });

  it('is never put together for a completion in a request', () => {
    const { analysis } = inChunks;
    const refuse = (): never => assert.fail('the text was put together');
    const { length } = analysis.source;
    const slice = (start: number, end?: number): string => {
      if ((end ?? length) - start > 10_000) refuse();
      return analysis.source.slice(start, end);
    };
    const inPieces = { ...inChunks, analysis: { ...analysis, source: { length, slice, toString: refuse } } };
    Object.defineProperty(inPieces.analysis, 'text', { get: refuse });
    const offset = TEXT.indexOf('"VAGUE_2"', TEXT.length >> 1) + 1;
    assert.ok(completionAt(inPieces, document.positionAt(offset), OPTIONS).items.length > 0);
  });

  it('has the hints of the lines that are shown, and of no others', () => {
    const all = { start: { line: 0, character: 0 }, end: document.positionAt(TEXT.length) };
    const hints = inlayHintsIn(inChunks, all);
    assert.deepEqual(hints, inlayHintsIn(inOne, all));
    const middle = hints[hints.length >> 1];
    assert.ok(middle);
    const line = { start: { ...middle.position, character: 0 }, end: middle.position };
    assert.deepEqual(
      inlayHintsIn(inChunks, line),
      hints.filter(({ position }) => position.line === middle.position.line),
    );
  });
});
