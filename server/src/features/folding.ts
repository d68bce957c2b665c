import type { FoldingRange } from 'vscode-languageserver-types';
import { remembered } from '../dossier/remembered';
import type { JsonNode, Span } from '../syntax/nodes';
import { parseJson } from '../syntax/parse';
import type { CheckedDocument } from './document';
import { nodesUnder } from './trees';

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
  const add = (blocks: readonly Block[], base: number): void => {
    for (const { start, end, closed, depth } of blocks) {
      const startLine = document.positionAt(base + start).line;
      const lastLine = document.positionAt(base + end).line;
      const endLine = closed ? lastLine - 1 : lastLine;
      if (endLine > startLine && !folds.has(startLine)) folds.set(startLine, { startLine, endLine, depth });
    }
  };
  const { dossier, text } = analysis;
  add(blocksIn(dossier?.enveloppe.fragment.root ?? parseJson(dossier ? '' : text).root, 0), 0);
  const demandes = dossier?.demandes ?? [];
  // Where requests alone are more than the editor shows, nobody sees what is inside them.
  const most = demandes.length > MOST_RANGES ? 1 : Infinity;
  for (const demande of demandes) add(blocksOf(demande).slice(0, most), demande.start);
  const outermost = [...folds.values()].sort((a, b) => a.depth - b.depth).slice(0, MOST_RANGES);
  return outermost
    .sort((a, b) => a.startLine - b.startLine)
    .map(({ startLine, endLine }) => ({ startLine, endLine }));
}

/** An object or a list; its place counts from the beginning of its part. */
interface Block extends Span {
  readonly closed: boolean;
  readonly depth: number;
}

const blocksOf = remembered((part) => blocksIn(part.fragment.root, REQUEST_DEPTH));

function blocksIn(root: JsonNode | undefined, outer: number): Block[] {
  return [...nodesUnder(root)].flatMap(({ node, depth }) => {
    if (node.kind !== 'object' && node.kind !== 'array') return [];
    return [{ start: node.start, end: node.end, closed: node.closed, depth: outer + depth }];
  });
}
