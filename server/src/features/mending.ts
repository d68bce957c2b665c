import type { TextEdit } from 'vscode-languageserver-types';
import type { AnalysisInput } from '../analysis/analyse';
import { mendAll } from '../analysis/mend';
import { isMessageKey } from '../messages/catalogue';
import { rangeOf, type CheckedDocument } from './document';

/** Edits that mend every finding of one rule, or, without a code, everything that has a safe fix. */
export function mendingEdits(
  checked: CheckedDocument,
  input: AnalysisInput,
  code: string | undefined,
): TextEdit[] {
  const kinds = code === undefined ? (['safe'] as const) : (['safe', 'unsafe'] as const);
  const { text } = mendAll(input, code === undefined ? { kinds } : { kinds, code });
  return changedStretch(checked, text);
}

/** One edit from the first character that changed to the last: what stands around keeps its cursor and its folds. */
function changedStretch({ document }: CheckedDocument, mended: string): TextEdit[] {
  const before = document.getText();
  let start = 0;
  while (start < before.length && start < mended.length && before[start] === mended[start]) start++;
  let tail = 0;
  const most = Math.min(before.length, mended.length) - start;
  while (tail < most && before[before.length - 1 - tail] === mended[mended.length - 1 - tail]) tail++;
  if (start === before.length && start === mended.length) return [];
  return [
    {
      range: rangeOf(document, { start, end: before.length - tail }),
      newText: mended.slice(start, mended.length - tail),
    },
  ];
}

/** True for a code of ours: actions come back from the client, and are not believed unread. */
export function isRuleCode(code: string): boolean {
  return isMessageKey(`regle.${code}.titre`);
}
