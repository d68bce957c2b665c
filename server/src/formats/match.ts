import type { ArrayNode, Fragment, JsonNode, ObjectNode, PropertyNode } from '../syntax/nodes';
import type { Deviation } from './deviations';
import { nearTag } from './near-tag';
import type { Role } from './roles';
import type { ListShape, ObjectShape, ScalarShape, Shape, Tag } from './shape';

/** A value of the text and what the model says of it. */
export interface MatchedValue {
  readonly node: JsonNode;
  readonly shape: Shape;
  /** Undefined for the items of a list and for the root. */
  readonly tag: Tag | undefined;
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

class Matcher implements Match {
  readonly deviations: Deviation[] = [];
  readonly values: MatchedValue[] = [];
  readonly byRole = new Map<Role, MatchedValue[]>();

  value(node: JsonNode, shape: Shape, tag: Tag | undefined): void {
    this.keep({ node, shape, tag });
    if (node.kind === 'invalid') this.deviations.push({ kind: 'litteral', node, shape });
    else if (shape.kind === 'free' || node.kind === 'hole') this.freeValue(node);
    else if (isWrongEmpty(node, shape)) this.deviations.push({ kind: 'vide', node, shape });
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
      this.deviations.push({ kind: 'type', node, shape });
      this.freeValue(node);
      return;
    }
    this.duplicates(node);
    const found = new Map<Tag, PropertyNode>();
    const strangers: PropertyNode[] = [];
    for (const property of node.properties) {
      const tag = shape.byName.get(property.key.name);
      if (!tag) strangers.push(property);
      else if (!found.has(tag)) {
        found.set(tag, property);
        if (tag.attestation.statut === 'ocr') this.deviations.push({ kind: 'incertain', property, tag });
      }
    }
    for (const property of strangers) {
      const near = nearTag(property.key.name, shape.tags.filter((tag) => !found.has(tag)));
      this.deviations.push({ kind: 'inconnu', property, near });
      if (near) found.set(near.tag, property);
      else if (property.value) this.freeValue(property.value);
    }
    for (const tag of shape.tags) {
      const property = found.get(tag);
      if (!property) this.deviations.push({ kind: 'absent', object: node, tag, tags: shape.tags });
      else if (property.value) this.value(property.value, tag.shape, tag);
    }
  }

  private list(node: JsonNode, shape: ListShape): void {
    if (node.kind !== 'array') {
      this.deviations.push({ kind: 'type', node, shape });
      this.freeValue(node);
      return;
    }
    for (const item of node.items) this.value(item, shape.item, undefined);
    const extra = shape.maxItems === undefined ? undefined : node.items[shape.maxItems];
    if (extra) this.deviations.push({ kind: 'trop', node: extra, shape, count: node.items.length });
  }

  private scalar(node: JsonNode, shape: ScalarShape): void {
    if (node.kind !== shape.kind) {
      this.deviations.push({ kind: 'type', node, shape });
      this.freeValue(node);
      return;
    }
    if (node.kind !== 'string') return;
    if (shape.values && !shape.values.includes(node.value)) this.deviations.push({ kind: 'hors-liste', node, shape });
    if (shape.maxLength !== undefined && [...node.value].length > shape.maxLength) {
      this.deviations.push({ kind: 'trop-long', node, shape });
    }
  }

  /** Where the model says nothing, only what is wrong in any JSON is noted. */
  private freeValue(node: JsonNode): void {
    if (node.kind === 'object') {
      this.duplicates(node);
      for (const { value } of node.properties) if (value) this.freeValue(value);
    } else if (node.kind === 'array') (node satisfies ArrayNode).items.forEach((item) => this.freeValue(item));
    else if (node.kind === 'invalid') this.deviations.push({ kind: 'litteral', node, shape: undefined });
  }

  private duplicates(node: ObjectNode): void {
    const first = new Map<string, PropertyNode>();
    for (const property of node.properties) {
      const earlier = first.get(property.key.name);
      if (earlier) this.deviations.push({ kind: 'doublon', first: earlier, second: property });
      else first.set(property.key.name, property);
    }
  }
}

/** `""`, `{}`, `[]` or `null` where the model has another way to say "not concerned". */
function isWrongEmpty(node: JsonNode, shape: Shape): boolean {
  switch (node.kind) {
    case 'null':
      return !shape.nullable;
    case 'string':
      return node.value.trim() === '';
    case 'array':
      return node.items.length === 0 && shape.kind !== 'list';
    case 'object':
      return node.properties.length === 0 && (shape.kind !== 'object' || shape.nullable);
    default:
      return false;
  }
}
