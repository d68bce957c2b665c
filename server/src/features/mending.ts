import type { TextEdit } from 'vscode-languageserver-types';
import type { AnalysisInput } from '../analysis/analysis-input';
import { mendAll } from '../analysis/mend';
import { isMessageKey } from '../messages/catalogue';
import type { FixKind } from '../rules/finding';
import { rangeOf, type CheckedDocument } from './document';

export interface Mending {
  readonly code?: string;
  readonly kind: FixKind;
}

/** Edits that mend every finding of one rule, or of all rules without a code, by fixes of one kind. */
export function mendingEdits(checked: CheckedDocument, input: AnalysisInput, mending: Mending): TextEdit[] {
  const { code, kind } = mending;
  const options = code === undefined ? { kinds: [kind] } : { kinds: [kind], code };
  const { text } = mendAll(input, options, checked.analysis.memo);
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

/** What an action that comes back from the client asks for; undefined when it is none of ours. */
export function readMending({
  code,
  kind,
}: {
  readonly code?: unknown;
  readonly kind?: unknown;
}): Mending | undefined {
  if (kind !== 'safe' && kind !== 'unsafe') return undefined;
  if (code === undefined) return kind === 'safe' ? { kind } : undefined;
  return typeof code === 'string' && isMessageKey(`regle.${code}.titre`) ? { code, kind } : undefined;
}
