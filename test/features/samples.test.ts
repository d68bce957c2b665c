import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { foldingRangesOf } from '../../server/src/features/folding';
import { formattingEdits } from '../../server/src/features/formatting';
import { hoverAt } from '../../server/src/features/hover';
import { selectionRangesAt } from '../../server/src/features/selection-ranges';
import { symbolsOf } from '../../server/src/features/symbols';
import { checkedText } from '../support/checked';
import { ROOT } from '../support/fixture';

const SAMPLES = join(ROOT, 'samples');
/** Of a longer sample, its beginning and its end are asked about. */
const MOST_OFFSETS = 20_000;

const paths = readdirSync(SAMPLES, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.json'),
);

describe('every sample', () => {
  it('is there', () => {
    assert.ok(paths.length >= 3);
  });

  for (const path of paths) {
    it(`has answers at every offset: ${path}`, () => {
      const text = readFileSync(join(SAMPLES, path), 'utf8');
      const checked = checkedText(text, { name: path.split(/[\\/]/).at(-1) ?? path });
      const { document, analysis } = checked;
      let answers = 0;
      for (let offset = 0; offset <= text.length; offset++) {
        if (offset === MOST_OFFSETS / 2) offset = Math.max(offset, text.length - MOST_OFFSETS / 2);
        const position = document.positionAt(offset);
        if (hoverAt(checked, position)) answers++;
        assert.ok(selectionRangesAt(checked, [position])[0]);
      }
      assert.equal(
        answers > 0,
        analysis.dossier?.enveloppe.fragment.root !== undefined,
        `${answers} answers`,
      );
      assert.equal(
        symbolsOf(checked).length > 0,
        analysis.dossier?.enveloppe.fragment.root?.kind === 'object',
      );
      const { lineCount } = document;
      assert.ok(
        foldingRangesOf(checked).every(
          ({ startLine, endLine }) => startLine < endLine && endLine < lineCount,
        ),
      );
      const laidOut = TextDocument.applyEdits(
        document,
        formattingEdits(checked, { tabSize: 2, insertSpaces: true }),
      );
      assert.equal(laidOut.replace(/[ \t\r\n]/g, ''), text.replace(/[ \t\r\n]/g, ''));
    });
  }
});
