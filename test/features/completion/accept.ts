import assert from 'node:assert/strict';
import {
  type CompletionItem,
  InsertReplaceEdit,
  InsertTextFormat,
  InsertTextMode,
  type TextEdit,
} from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { completionAt } from '../../../server/src/features/completion/completion';
import type { Base } from '../../../server/src/registry/base';
import type { CheckedDocument } from '../../../server/src/features/document';
import { atCursor, checkedText } from '../../support/checked';

export const VS_CODE = { snippets: true, insertReplace: true };
export const PLAIN = { snippets: false, insertReplace: false };

type Options = typeof VS_CODE;

/** What is offered at the `|` of a text, and what the text becomes when one of it is chosen. */
export interface Offered {
  readonly items: readonly CompletionItem[];
  readonly labels: readonly string[];
  readonly item: (label: string) => CompletionItem;
  /** The text after the choice of `label`, each tab stop left as it stands. */
  readonly accept: (label: string) => string;
}

export function offeredAt(
  marked: string,
  options: Options = VS_CODE,
  name = 'essai.avance.json',
  base?: Base,
): Offered {
  const { text, offset } = atCursor(marked);
  const checked = checkedText(text, { name, base });
  const items = itemsAt(checked, offset, options);
  const item = (label: string): CompletionItem => {
    const found = items.find((candidate) => candidate.label === label);
    assert.ok(found, `${label} is not among ${items.map((candidate) => candidate.label).join(', ')}`);
    return found;
  };
  return {
    items,
    labels: items.map(({ label }) => label),
    item,
    accept: (label) => accepted(checked, item(label)),
  };
}

export function itemsAt(
  { document, ...rest }: CheckedDocument,
  offset: number,
  options: Options,
): CompletionItem[] {
  return completionAt({ document, ...rest }, document.positionAt(offset), options).items;
}

/** Does what an editor does with a chosen item that it replaces. */
export function accepted({ document }: CheckedDocument, item: CompletionItem): string {
  assert.ok(item.textEdit);
  const edit: TextEdit = InsertReplaceEdit.is(item.textEdit)
    ? { range: item.textEdit.replace, newText: item.textEdit.newText }
    : item.textEdit;
  const written =
    item.insertTextFormat === InsertTextFormat.Snippet ? expandSnippet(edit.newText) : edit.newText;
  const line = document.getText({
    start: { line: edit.range.start.line, character: 0 },
    end: edit.range.start,
  });
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  const adjusts = item.insertTextMode === InsertTextMode.adjustIndentation;
  const newText = adjusts ? written.replaceAll('\n', `\n${indent}`) : written;
  return TextDocument.applyEdits(document, [
    ...(item.additionalTextEdits ?? []),
    { range: edit.range, newText },
  ]);
}

/** What a snippet leaves when no stop is filled: its defaults, and the first of its choices. */
export function expandSnippet(snippet: string): string {
  const stop =
    /\\([\\$}])|\$\{\d+:((?:[^\\}]|\\.)*)\}|\$\{\d+\|((?:[^\\|,]|\\.)*)(?:,(?:[^\\|]|\\.)*)?\|\}|\$\d+/g;
  return snippet.replace(stop, (_, escaped?: string, text?: string, choice?: string) => {
    if (escaped !== undefined) return escaped;
    return (text ?? choice ?? '').replace(/\\(.)/g, '$1');
  });
}

/** Breaks what VS Code and the protocol ask of an item's edit; throws when one is broken. */
export function assertFits({ document }: CheckedDocument, offset: number, item: CompletionItem): void {
  const position = document.positionAt(offset);
  assert.ok(item.textEdit);
  const edit = item.textEdit;
  const ranges = InsertReplaceEdit.is(edit) ? [edit.insert, edit.replace] : [edit.range];
  for (const { start, end } of ranges) {
    assert.equal(start.line, position.line, 'begins on the line of the cursor');
    assert.equal(end.line, position.line, 'ends on the line of the cursor');
    assert.ok(
      start.character <= position.character && position.character <= end.character,
      'holds the cursor',
    );
    const word = document.getText({ start, end: position }).trimStart();
    if (word.startsWith('"')) {
      assert.ok(item.filterText?.startsWith('"'), 'is found by a word with its quotation mark');
    }
  }
  if (InsertReplaceEdit.is(edit)) {
    assert.deepEqual(edit.insert.start, edit.replace.start);
    assert.ok(edit.insert.end.character <= edit.replace.end.character);
  }
  for (const { range } of item.additionalTextEdits ?? []) {
    const [main] = ranges;
    assert.ok(
      main &&
        (document.offsetAt(range.end) < document.offsetAt(main.start) ||
          document.offsetAt(range.start) > document.offsetAt(main.end)),
      'stays clear of the edit itself',
    );
  }
}
