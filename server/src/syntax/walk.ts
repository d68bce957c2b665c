import type { Fragment, JsonNode, ObjectNode, PropertyNode, Span } from './nodes';

/** What stands at an offset of a fragment. */
export interface Place {
  /** The innermost value around the offset. */
  readonly node: JsonNode | undefined;
  /** The property whose key holds the offset. */
  readonly key: PropertyNode | undefined;
}

/** Finds the innermost value or key around `offset`; a value's two ends belong to it. */
export function placeAt(fragment: Fragment, offset: number): Place {
  let node = fragment.root;
  if (!node || offset < node.start || offset > node.end) return { node: undefined, key: undefined };
  for (;;) {
    if (node.kind === 'object') {
      const property: PropertyNode | undefined = node.properties.find(
        (p) => offset >= p.start && offset <= p.end,
      );
      if (!property) return { node, key: undefined };
      if (offset <= property.key.end) return { node, key: property };
      if (!property.value || offset < property.value.start) return { node, key: undefined };
      node = property.value;
    } else if (node.kind === 'array') {
      const item: JsonNode | undefined = node.items.find((i) => offset >= i.start && offset <= i.end);
      if (!item) return { node, key: undefined };
      node = item;
    } else return { node, key: undefined };
  }
}

/** Values and properties around `node`, innermost first, the node itself left out. */
export function* ancestors(node: JsonNode | PropertyNode): Generator<JsonNode | PropertyNode> {
  for (let up = node.parent; up; up = up.parent) yield up;
}

/** The value of `name` in an object, the first one where the key stands twice. */
export function valueOf(node: JsonNode | undefined, name: string): JsonNode | undefined {
  return node?.kind === 'object' ? propertyNamed(node, name)?.value : undefined;
}

export function propertyNamed(node: ObjectNode, name: string): PropertyNode | undefined {
  return node.properties.find((property) => property.key.name === name);
}

/** A key or a string of a tree, and what it says. */
export interface TextInTree extends Span {
  readonly text: string;
}

/** Every key and every string of a tree, in its order. What stands around 10,000 requests is walked at each key. */
export function textsIn(node: JsonNode | undefined): readonly TextInTree[] {
  const texts: TextInTree[] = [];
  if (node) addTexts(node, texts);
  return texts;
}

function addTexts(node: JsonNode, texts: TextInTree[]): void {
  if (node.kind === 'string') texts.push({ start: node.start, end: node.end, text: node.value });
  else if (node.kind === 'array') for (const item of node.items) addTexts(item, texts);
  else if (node.kind === 'object') {
    for (const { key, value } of node.properties) {
      texts.push({ start: key.start, end: key.end, text: key.name });
      if (value) addTexts(value, texts);
    }
  }
}
