import type { Analysis } from '../../analysis/analyse';
import type { Part } from '../../dossier/part';
import type { ListShape, ObjectShape, Shape, Tag } from '../../formats/shape';
import type { ArrayNode, JsonNode, ObjectNode, PropertyNode } from '../../syntax/nodes';
import { tagOf } from '../place';
import { containerAt, spotAt, type Container, type Spot } from './container';
import { slotAt, type Slot, type SlotNeighbours } from './slot';

/** What can be written at an offset. */
export type CompletionContext = FileContext | TagContext | ValueContext;

/** Nothing is written yet: a whole file. */
export interface FileContext {
  readonly kind: 'fichier';
  readonly slot: Slot;
}

/** A tag of an object. */
export interface TagContext {
  readonly kind: 'balise';
  readonly part: Part;
  readonly object: ObjectNode;
  readonly shape: ObjectShape;
  /** The property whose key the cursor is in. */
  readonly own: PropertyNode | undefined;
  readonly slot: Slot;
}

/** The value of a tag, or an item of a list. */
export interface ValueContext {
  readonly kind: 'valeur';
  readonly part: Part;
  /** Where the part begins in the whole text. */
  readonly base: number;
  /** The object or the list that it stands in. */
  readonly node: ObjectNode | ArrayNode;
  readonly shape: Shape;
  readonly isItem: boolean;
  readonly slot: Slot;
}

/** Says what can be written at `offset` of the whole text; undefined where nothing can, or the model says nothing. */
export function contextAt(analysis: Analysis, offset: number): CompletionContext | undefined {
  const container = containerAt(analysis, offset);
  if (!container) return fileContext(analysis, offset);
  const { node, shape } = container;
  if (node.kind === 'object' && shape?.kind === 'object') return inObject(container, node, shape);
  if (node.kind === 'array' && shape?.kind === 'list') return inList(container, node, shape);
  return undefined;
}

function fileContext({ source, dossier }: Analysis, offset: number): FileContext | undefined {
  const root = dossier?.enveloppe.fragment.root;
  if (root && root.kind !== 'invalid') return undefined;
  const touched = root && touches(root, offset) ? root : undefined;
  if (root && !touched) return undefined;
  const slot = slotAt(spotAt(source, offset, 0), { token: touched });
  return slot && { kind: 'fichier', slot: { ...slot, after: '' } };
}

function inObject(
  container: Container,
  object: ObjectNode,
  shape: ObjectShape,
): CompletionContext | undefined {
  const { part, spot } = container;
  const rank = object.properties.findLastIndex((property) => property.start < spot.at);
  const property = object.properties[rank];
  if (!property) return tagContext(part, spot, { object, shape }, undefined, {});
  if (spot.at <= property.key.end) {
    const previousEnd = object.properties[rank - 1]?.end;
    return tagContext(part, spot, { object, shape }, property, { token: property.key, previousEnd });
  }
  const tag = tagOf(part, object, property);
  if (property.value && spot.at <= property.value.end) return atValue(container, property.value, tag);
  const gap = spot.text.slice(property.key.end, spot.at);
  if (!property.value && !gap.includes(',')) {
    if (gap.includes(':')) return valueContext(container, tag?.shape, {});
    if (!/[\r\n]/.test(gap)) return valueContext(container, tag?.shape, { colonMissing: true });
  }
  return tagContext(part, spot, { object, shape }, undefined, { previousEnd: property.end });
}

/** At a value that is there, or before it behind its colon: a scalar is replaced, a block is not. */
function atValue(container: Container, value: JsonNode, tag: Tag | undefined): ValueContext | undefined {
  if (isBlockNode(value)) return undefined;
  const start = Math.min(container.spot.at, value.start);
  return valueContext(container, tag?.shape, { token: { start, end: value.end } });
}

function inList(container: Container, list: ArrayNode, shape: ListShape): ValueContext | undefined {
  const { spot } = container;
  const rank = list.items.findLastIndex((item) => item.start < spot.at);
  const item = list.items[rank];
  if (item && isBlockNode(item) && spot.at < item.end) return undefined;
  if (item && touches(item, spot.at) && !isBlockNode(item)) {
    const previousEnd = list.items[rank - 1]?.end;
    return valueContext(container, shape.item, { token: item, previousEnd }, true);
  }
  if (shape.maxItems !== undefined && list.items.length >= shape.maxItems) return undefined;
  return valueContext(container, shape.item, { previousEnd: item?.end }, true);
}

function tagContext(
  part: Part,
  spot: Spot,
  { object, shape }: { object: ObjectNode; shape: ObjectShape },
  own: PropertyNode | undefined,
  neighbours: SlotNeighbours,
): TagContext | undefined {
  const slot = slotAt(spot, neighbours);
  return slot && { kind: 'balise', part, object, shape, own, slot };
}

function valueContext(
  { part, spot, node }: Container,
  shape: Shape | undefined,
  neighbours: SlotNeighbours,
  isItem = false,
): ValueContext | undefined {
  const slot = shape && slotAt(spot, neighbours);
  return slot && { kind: 'valeur', part, base: spot.base, node, shape, isItem, slot };
}

function touches(node: JsonNode, at: number): boolean {
  return node.start <= at && at <= node.end;
}

function isBlockNode({ kind }: JsonNode): boolean {
  return kind === 'object' || kind === 'array' || kind === 'hole';
}
