import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CompletionItem } from 'vscode-languageserver-types';
import { parseJson } from '../../../server/src/syntax/parse';
import { anyText, brokenFrom } from '../../support/broken-texts';
import { checkedText } from '../../support/checked';
import { NAMED_FORMATS, validFile, validFileOf } from '../../support/valid-files';
import { accepted, assertFits, itemsAt, PLAIN, VS_CODE } from './accept';

/** Calls back with the items at each offset of a text. */
function atEveryOffset(text: string, see: (items: readonly CompletionItem[], offset: number) => void): void {
  const checked = checkedText(text);
  for (let offset = 0; offset <= text.length; offset++) {
    const items = itemsAt(checked, offset, VS_CODE);
    for (const item of items) assertFits(checked, offset, item);
    see(items, offset);
  }
}

describe('completion at every offset', () => {
  for (const format of NAMED_FORMATS) {
    it(`of a sound ${format.id}: whatever is chosen, the JSON stays sound`, function () {
      this.timeout(60_000);
      const text = validFile(format);
      const checked = checkedText(text);
      const seen = new Set<string>();
      let offered = 0;
      atEveryOffset(text, (items) => {
        for (const item of items) {
          const edit = JSON.stringify([item.textEdit, item.additionalTextEdits]);
          if (seen.has(edit)) continue;
          seen.add(edit);
          offered++;
          const after = accepted(checked, item);
          assert.deepEqual(parseJson(after).problems, [], after);
        }
      });
      assert.ok(offered > 30, `${offered} offered`);
    });
  }

  it('of a text that lost any one of its tags: that tag is offered there, and no other', () => {
    const text = validFileOf('MDV-LGC-Va2');
    const lines = text.split('\n');
    for (const [rank, line] of lines.entries()) {
      const name = /^ *"(\w+)": (?:"[^"]*"|[\w.]+),$/.exec(line)?.[1];
      if (name === undefined) continue;
      const before = `${lines.slice(0, rank).join('\n')}\n  `;
      const checked = checkedText(`${before}\n${lines.slice(rank + 1).join('\n')}`);
      const labels = itemsAt(checked, before.length, VS_CODE).map(({ label }) => label);
      assert.deepEqual(labels, [name], line);
    }
  });

  it('of a request too deep to be read: nothing, for nothing fits there', () => {
    const text = `{ "demandes": [${'['.repeat(100)}`;
    const checked = checkedText(text);
    const offered = [...text].map((_, offset) => itemsAt(checked, offset, VS_CODE).map(({ label }) => label));
    assert.deepEqual(offered[text.indexOf('[') + 1], ['Nouvelle demande DEM-0001']);
    assert.ok(offered.slice(text.indexOf('[') + 2).every((labels) => labels.length === 0));
  });

  it('of a broken text: an answer that fits', () => {
    const text = validFileOf('IMG-RIS-Va2');
    const cut = fc.tuple(fc.oneof(brokenFrom(text), anyText), fc.nat(), fc.boolean());
    fc.assert(
      fc.property(cut, ([broken, place, snippets]) => {
        const checked = checkedText(broken);
        const offset = place % (broken.length + 1);
        for (const item of itemsAt(checked, offset, snippets ? VS_CODE : PLAIN)) {
          assertFits(checked, offset, item);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('of a text cut anywhere, at its end: what is offered fits', () => {
    const text = validFileOf('HOP-DPI-Va2', 2);
    let answers = 0;
    for (let end = 0; end <= text.length; end++) {
      const checked = checkedText(text.slice(0, end));
      const items = itemsAt(checked, end, VS_CODE);
      for (const item of items) assertFits(checked, end, item);
      if (items.length > 0) answers++;
    }
    assert.ok(answers > text.length / 4, `${answers} of ${text.length}`);
  });
});
