import type { FoldingRange } from 'vscode-languageserver-types';
import type { CheckedDocument } from './document';
import { nodesUnder, treesOf } from './trees';

/** As many as VS Code shows; of more than that, the outermost are kept. */
const MOST_RANGES = 5000;
/** A request stands in a list, in a property, in the envelope. */
const REQUEST_DEPTH = 3;

interface Fold extends FoldingRange {
  readonly depth: number;
}

/** Objects and lists over several lines; the line of the closing bracket stays visible. */
export function foldingRangesOf({ document, analysis }: CheckedDocument): FoldingRange[] {
  const folds = new Map<number, Fold>();
  for (const { fragment, base } of treesOf(analysis)) {
    const outer = base > 0 ? REQUEST_DEPTH : 0;
    for (const { node, depth } of nodesUnder(fragment.root)) {
      if (node.kind !== 'object' && node.kind !== 'array') continue;
      const startLine = document.positionAt(base + node.start).line;
      const lastLine = document.positionAt(base + node.end).line;
      const endLine = node.closed ? lastLine - 1 : lastLine;
      if (endLine > startLine && !folds.has(startLine)) {
        folds.set(startLine, { startLine, endLine, depth: outer + depth });
      }
    }
  }
  const outermost = [...folds.values()].sort((a, b) => a.depth - b.depth).slice(0, MOST_RANGES);
  return outermost
    .sort((a, b) => a.startLine - b.startLine)
    .map(({ startLine, endLine }) => ({ startLine, endLine }));
}
