import assert from 'node:assert/strict';
import { cutDocument } from '../../server/src/syntax/document';
import type { JsonNode, Span } from '../../server/src/syntax/nodes';
import { parseJson } from '../../server/src/syntax/parse';

/** Where requests stand. */
export const PATHS = [['demandes', '#']];

/** Every node inside its parent and behind its elder, every problem inside the text. */
export function isSound(text: string): void {
  const cut = cutDocument(text, PATHS);
  const whole = { start: 0, end: text.length };
  nodeIsSound(cut.envelope.root, whole);
  for (const problem of cut.envelope.problems) isInside(problem, whole);
  let last = 0;
  for (const { start, end } of cut.requests) {
    isInside({ start, end }, { start: last, end: text.length });
    last = end;
    const slice = text.slice(start, end);
    const { root, problems } = parseJson(slice);
    nodeIsSound(root, { start: 0, end: slice.length });
    for (const problem of problems) isInside(problem, { start: 0, end: slice.length });
  }
}

function isInside({ start, end }: Span, outer: Span): void {
  assert.ok(
    outer.start <= start && start <= end && end <= outer.end,
    `${start}-${end} in ${outer.start}-${outer.end}`,
  );
}

function nodeIsSound(node: JsonNode | undefined, outer: Span): void {
  if (!node) return;
  isInside(node, outer);
  let { start } = node;
  if (node.kind === 'array') {
    for (const item of node.items) {
      nodeIsSound(item, { start, end: node.end });
      assert.equal(item.parent, node);
      start = item.end;
    }
  }
  if (node.kind !== 'object') return;
  for (const property of node.properties) {
    isInside(property, { start, end: node.end });
    isInside(property.key, property);
    nodeIsSound(property.value, { start: property.key.end, end: property.end });
    assert.equal(property.parent, node);
    if (property.value) assert.equal(property.value.parent, property);
    start = property.end;
  }
}
