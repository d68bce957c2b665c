import type { JsonNode, ObjectNode, Span } from '../syntax/nodes';

/** What to underline for a value: the value itself, or the bracket that opens a block. */
export function visibleSpan(node: JsonNode): Span {
  const isBlock = node.kind === 'object' || node.kind === 'array' || node.kind === 'hole';
  return isBlock ? { start: node.start, end: node.start + 1 } : { start: node.start, end: node.end };
}

/** What to underline for something that an object lacks: the key that it stands behind, or its brace. */
export function ownerSpan(object: ObjectNode): Span {
  return object.parent?.kind === 'property' ? object.parent.key : visibleSpan(object);
}
