import type { ArrayNode, Fragment, JsonNode, ObjectNode, PropertyNode } from '../syntax/nodes';
import type { Deviation } from './deviations';
import { nearTag } from './near-tag';
import type { Role } from './roles';
import { isListed, isTooLong } from './shape';
import type { ListShape, ObjectShape, ScalarShape, Shape, Tag } from './shape';
import { textOf } from './text-of';

/** A value of the text and what the model says of it. */
export interface MatchedValue {
  readonly node: JsonNode;
  readonly shape: Shape;
  /** Undefined for the items of a list and for the root. */
  readonly tag: Tag | undefined;
  /** What a person reads there: see `textOf`. */
  readonly text: string | undefined;
}

/** One fragment held against its shape. */
export interface Match {
  readonly deviations: readonly Deviation[];
  readonly values: readonly MatchedValue[];
  readonly byRole: ReadonlyMap<Role, readonly MatchedValue[]>;
}

/**
 * Walks a tree and its shape together, once. A misspelt key stands for the tag that was meant, so that what
 * is inside is checked all the same and its absence is not reported on top.
 */
export function matchFragment(fragment: Fragment, shape: Shape): Match {
  const matcher = new Matcher();
  if (fragment.root) matcher.value(fragment.root, shape, undefined);
  return matcher;
}

/** What stands in an object, by the rank of its tag. */
type Found = (PropertyNode | undefined)[];

class Matcher implements Match {
  readonly deviations: Deviation[] = [];
  readonly values: MatchedValue[] = [];
  readonly byRole = new Map<Role, MatchedValue[]>();

  value(node: JsonNode, shape: Shape, tag: Tag | undefined): void {
    const text = textOf(node);
    this.keep({ node, shape, tag, text });
    if (node.kind === 'invalid') this.deviations.push({ kind: 'litteral', node, shape });
    else if (shape.kind === 'free' || node.kind === 'hole') this.freeValue(node);
    else if (isWrongEmpty(node, shape, text)) this.deviations.push({ kind: 'vide', node, shape });
    else if (node.kind === 'null') return;
    else if (shape.kind === 'object') this.object(node, shape);
    else if (shape.kind === 'list') this.list(node, shape);
    else this.scalar(node, shape);
  }

  private keep(value: MatchedValue): void {
    this.values.push(value);
    const { role } = value.shape;
    if (role === undefined) return;
    const same = this.byRole.get(role);
    if (same) same.push(value);
    else this.byRole.set(role, [value]);
  }

  private object(node: JsonNode, shape: ObjectShape): void {
    if (node.kind !== 'object') {
      this.wrongType(node, shape);
      return;
    }
    const found = this.properties(node, shape);
    // What is still open may be still to come.
    if (!node.closed) return;
    for (const tag of shape.tags) {
      if (tag.due && !found[tag.rank]) {
        this.deviations.push({ kind: 'absent', object: node, tag, tags: shape.tags });
      }
    }
  }

  private properties(node: ObjectNode, shape: ObjectShape): Found {
    const found: Found = [];
    let strangers: Map<string, PropertyNode[]> | undefined;
    let rank = 0;
    for (const property of node.properties) {
      const { name } = property.key;
      const tag = tagNamed(name, shape, rank++);
      const same = tag ? undefined : strangers?.get(name);
      const first = tag ? found[tag.rank] : same?.[0];
      if (first) this.deviations.push({ kind: 'doublon', first, second: property, tag });
      if (tag) {
        if (!first) found[tag.rank] = property;
        this.tagged(property, tag);
      } else if (same) same.push(property);
      else (strangers ??= new Map<string, PropertyNode[]>()).set(name, [property]);
    }
    for (const [name, properties] of strangers ?? []) this.strangers(name, properties, shape, found);
    return found;
  }

  /** Keys of one name that the model does not know. */
  private strangers(
    name: string,
    properties: readonly PropertyNode[],
    shape: ObjectShape,
    found: Found,
  ): void {
    const missing = shape.tags.filter((tag) => !found[tag.rank]);
    const near = nearTag(name, missing);
    for (const property of properties) {
      this.deviations.push({ kind: 'inconnu', property, near });
      if (near) {
        this.tagged(property, near.tag);
        found[near.tag.rank] = property;
      } else if (property.value) this.freeValue(property.value);
    }
  }

  private tagged(property: PropertyNode, tag: Tag): void {
    if (tag.attestation.statut === 'ocr') this.deviations.push({ kind: 'incertain', property, tag });
    if (property.value) this.value(property.value, tag.shape, tag);
  }

  private list(node: JsonNode, shape: ListShape): void {
    if (node.kind !== 'array') {
      this.wrongType(node, shape);
      return;
    }
    // Requests are held against their shape one by one, elsewhere.
    for (const item of node.items) if (item.kind !== 'hole') this.value(item, shape.item, undefined);
    const extra = shape.maxItems === undefined ? undefined : node.items[shape.maxItems];
    if (extra) this.deviations.push({ kind: 'trop', node: extra, shape, count: node.items.length });
  }

  /** A lone item where its list is due, or a list of one where its item is, is read as what was meant. */
  private wrongType(node: JsonNode, shape: Shape): void {
    this.deviations.push({ kind: 'type', node, shape });
    if (shape.kind === 'list' && shape.item.kind === node.kind) this.value(node, shape.item, undefined);
    else if (node.kind === 'array' && node.items.length === 1 && node.items[0]?.kind === shape.kind) {
      this.value(node.items[0], shape, undefined);
    } else this.freeValue(node);
  }

  private scalar(node: JsonNode, shape: ScalarShape): void {
    if (node.kind !== shape.kind || (shape.integer && !isWhole(node))) this.wrongType(node, shape);
    else if (node.kind === 'string') {
      if (!isListed(shape, node.value)) this.deviations.push({ kind: 'hors-liste', node, shape });
      if (isTooLong(shape, node.value)) this.deviations.push({ kind: 'trop-long', node, shape });
    }
  }

  /** Where the model says nothing, only what is wrong in any JSON is noted. */
  private freeValue(node: JsonNode): void {
    if (node.kind === 'object') {
      this.duplicates(node);
      for (const { value } of node.properties) if (value) this.freeValue(value);
    } else if (node.kind === 'array') {
      (node satisfies ArrayNode).items.forEach((item) => this.freeValue(item));
    } else if (node.kind === 'invalid') this.deviations.push({ kind: 'litteral', node, shape: undefined });
  }

  private duplicates(node: ObjectNode): void {
    const first = new Map<string, PropertyNode>();
    for (const property of node.properties) {
      const earlier = first.get(property.key.name);
      if (earlier) {
        this.deviations.push({ kind: 'doublon', first: earlier, second: property, tag: undefined });
      } else first.set(property.key.name, property);
    }
  }
}

/** Most tags stand where the model has them: the others are looked up. */
function tagNamed(name: string, { tags, byName }: ObjectShape, rank: number): Tag | undefined {
  const expected = tags[rank];
  return expected?.name === name ? expected : byName.get(name);
}

/** `""`, `"null"`, `{}`, `[]` or `null` where the model has another way to say "not concerned". */
function isWrongEmpty(node: JsonNode, shape: Shape, text: string | undefined): boolean {
  if (shape.blank && node.kind === BLANK_OF[shape.kind]) return false;
  switch (node.kind) {
    case 'null':
      return !shape.nullable;
    case 'string':
      return text === undefined;
    case 'array':
      return node.closed && shape.kind !== 'list' && node.items.every(isNothing);
    case 'object':
      return node.closed && node.properties.length === 0 && !(shape.kind === 'object' && isDue(node, shape));
    default:
      return false;
  }
}

/** What is empty in the way of its own type. */
const BLANK_OF: Readonly<Partial<Record<Shape['kind'], JsonNode['kind']>>> = {
  string: 'string',
  object: 'object',
};

function isNothing(node: JsonNode): boolean {
  if (node.kind === 'array') return node.closed && node.items.every(isNothing);
  if (node.kind === 'object') return node.closed && node.properties.length === 0;
  return node.kind === 'null' || (node.kind === 'string' && node.value.trim() === '');
}

/** An empty object is a block without its tags where a block is due, and no item at all in a list. */
function isDue(node: ObjectNode, shape: ObjectShape): boolean {
  return !shape.nullable && node.parent?.kind !== 'array';
}

function isWhole(node: JsonNode): boolean {
  return node.kind === 'number' && Number.isInteger(Number(node.raw));
}
