import type { Part } from '../../dossier/part';
import { indentAt, indentUnit, lineBreakOf, type Edit } from '../../syntax/edits';
import type { ArrayNode, JsonNode, ObjectNode, SyntaxProblem } from '../../syntax/nodes';
import { ancestors } from '../../syntax/walk';
import type { RuleFix } from '../rule';
import { writesWhatWasRead } from './writes-what-was-read';

type Block = ObjectNode | ArrayNode;

/**
 * Closes a bracket where its content ends, and with it those around it when the text stops there. Only where that
 * is well defined: the block must then lack nothing, otherwise it is not at its end but cut in the middle.
 */
export function closeBracket({ kind: suffix, start, at }: SyntaxProblem, part: Part): RuleFix[] {
  const node = part.fragment.root && blockAt(part.fragment.root, start);
  if (!node || at === undefined) return [];
  const around = [...ancestors(node)].filter((up): up is Block => isOpenBlock(up) && up.end === node.end);
  const edit = [[node], [node, ...around]]
    .flatMap((blocks) => closings(part.fragment.text, at, blocks))
    .find((candidate) => writesWhatWasRead(part, [candidate]));
  return edit ? [{ kind: 'unsafe', suffix, edits: [edit] }] : [];
}

/** Before the comma that may follow, which then separates the block from the next; or in its place. */
function closings(text: string, at: number, blocks: readonly Block[]): Edit[] {
  const comma = /^\s*,/.exec(text.slice(at, at + 200))?.[0].length ?? 0;
  const closers = blocks.map((block) => {
    const line = /[\r\n]/.test(text.slice(block.start, at)) ? lineBreakOf(text) + indentOf(text, block) : '';
    return line + (block.kind === 'object' ? '}' : ']');
  });
  return [at, at + comma].map((end) => ({ start: at, end, text: closers.join('') }));
}

/** The blanks before the line of a block; a request's own text begins behind them: one step less than its tags. */
function indentOf(text: string, block: Block): string {
  if (block.kind === 'array' || block.start > 0) return indentAt(text, block.start);
  const [first] = block.properties;
  const inner = block.properties.flatMap(({ value }) => (value?.kind === 'object' ? [value] : []));
  const unit = inner[0] ? indentUnit(text, inner[0]) : '  ';
  return first ? indentAt(text, first.start).slice(unit.length) : '';
}

/** The block that opens at `start`. */
function blockAt(node: JsonNode, start: number): Block | undefined {
  if (node.kind !== 'object' && node.kind !== 'array') return undefined;
  if (node.start === start) return node;
  const children = node.kind === 'object' ? node.properties.flatMap(({ value }) => value ?? []) : node.items;
  const child = children.find((candidate) => candidate.start <= start && start < candidate.end);
  return child && blockAt(child, start);
}

function isOpenBlock(node: { readonly kind: string }): boolean {
  return (node.kind === 'object' || node.kind === 'array') && 'closed' in node && !node.closed;
}
