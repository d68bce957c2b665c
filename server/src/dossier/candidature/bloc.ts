import { nearTag } from '../../formats/near-tag';
import { nearValue } from '../../formats/near-value';
import type { Role } from '../../formats/roles';
import type { ObjectShape, Shape, Tag } from '../../formats/shape';
import { isNullText, meaningOf, readBoolean } from '../../formats/words';
import type { CalendarDate } from '../../regulation/calendar-date';
import type { JsonNode, ObjectNode, PropertyNode, Span } from '../../syntax/nodes';
import { unquoteWord } from '../../syntax/runs';
import { textOf, type Part } from '../part';
import { readDate } from '../read-date';

/** As it is once other rules have mended it: `007`, `1 200`, `3 €`, `3.00`. */
const WHOLE_NUMBER = /^\+?0*(\d{1,9})(?:[.,]0*)?(?:€|eur|euros?|%)?$/i;

/** What one tag of a manifest says, and where. */
export interface Champ<T> {
  /** Undefined where the tag is absent or `null`, and where it cannot be read. */
  readonly valeur: T | undefined;
  /** True where something stands there that cannot be read: other rules say so, and nothing is concluded from it. */
  readonly illisible: boolean;
  readonly node: JsonNode | undefined;
  /** What a finding on it underlines: the value; without one, the key of the block that should hold it. */
  readonly place: Span;
  /** The block that holds it, or should, and its role there: what a fix writes to. */
  readonly bloc: Bloc;
  readonly role: Role;
}

/** A list of a manifest; without any items where it is absent. */
export interface Liste<T> {
  readonly elements: readonly T[];
  readonly illisible: boolean;
  readonly node: JsonNode | undefined;
  readonly place: Span;
  readonly bloc: Bloc;
  readonly role: Role;
}

/**
 * A block of a manifest, read tag by tag by role. One that is absent or `null` has no tags. Values are read through what
 * another rule mends (a date that begins with the year, a misspelt state), so that mending the form uncovers nothing new.
 */
export class Bloc {
  constructor(
    readonly part: Part,
    readonly node: ObjectNode | undefined,
    /** What the model says of it; undefined where the text has no such block. */
    readonly shape: Shape | undefined,
    /** What a finding on the whole block underlines. */
    readonly place: Span,
  ) {}

  /** The name of its tag in the text; of an item of a list, empty. */
  get nom(): string {
    const parent = this.node?.parent;
    return parent?.kind === 'property' ? parent.key.name : '';
  }

  get existe(): boolean {
    return this.node !== undefined;
  }

  texte(role: Role): Champ<string> {
    return this.champ(role, textOf);
  }

  /** One of a closed list, read through a slip of spelling; another text is illegible. */
  choix<T extends string>(role: Role, values: readonly T[]): Champ<T> {
    return this.champ(role, (node) => {
      const text = textOf(node) ?? '';
      const meant = values.includes(text as T) ? text : nearValue(values, text)?.value;
      return values.find((value) => value === meant);
    });
  }

  date(role: Role): Champ<CalendarDate> {
    return this.champ(role, (node) => readDate(textOf(node) ?? '')?.date);
  }

  booleen(role: Role): Champ<boolean> {
    return this.champ(role, (node) => {
      if (node.kind === 'boolean') return node.value;
      return readBoolean(node.kind === 'invalid' ? unquoteWord(node.raw) : (textOf(node) ?? ''));
    });
  }

  /** A whole number, zero or more. */
  entier(role: Role): Champ<number> {
    return this.champ(role, (node) => {
      const [, digits] = WHOLE_NUMBER.exec((textOf(node) ?? '').replace(/\s/g, '')) ?? [];
      return digits === undefined ? undefined : Number(digits);
    });
  }

  bloc(role: Role): Bloc {
    const found = this.child(role);
    const node = found?.kind === 'object' ? found : undefined;
    return new Bloc(this.part, node, this.shapeOf(role), found ? placeOf(found) : this.place);
  }

  /** The blocks of a list. */
  blocs<T>(role: Role, read: (bloc: Bloc) => T): Liste<T> {
    const shape = this.shapeOf(role);
    const item = shape?.kind === 'list' ? shape.item : undefined;
    return this.liste(role, (node) =>
      node.kind === 'object' ? read(new Bloc(this.part, node, item, placeOf(node))) : undefined,
    );
  }

  /** The texts of a list. */
  textes(role: Role): Liste<{ readonly texte: string; readonly node: JsonNode }> {
    return this.liste(role, (node) => {
      const texte = textOf(node);
      return texte === undefined ? undefined : { texte, node };
    });
  }

  /** The object shape of this block, for what is written into it. */
  get modele(): ObjectShape | undefined {
    return this.shape?.kind === 'object' ? this.shape : undefined;
  }

  private champ<T>(role: Role, read: (node: JsonNode) => T | undefined): Champ<T> {
    const node = this.child(role);
    const valeur = node && read(node);
    const illisible = node !== undefined && valeur === undefined && !isNothing(node);
    return { valeur, illisible, node, place: node ? placeOf(node) : this.place, bloc: this, role };
  }

  private liste<T>(role: Role, read: (node: JsonNode) => T | undefined): Liste<T> {
    const node = this.child(role);
    // A lone item is one that another rule puts into a list.
    const written = node?.kind === 'array' ? node.items : node ? [node] : [];
    const items = written.filter((item) => !isNothing(item));
    const elements = items.flatMap((item) => read(item) ?? []);
    return {
      elements,
      illisible: elements.length < items.length,
      node,
      place: node ? placeOf(node) : this.place,
      bloc: this,
      role,
    };
  }

  private child(role: Role): JsonNode | undefined {
    const { node, modele } = this;
    const tag = this.tagOf(role);
    return node && modele && tag && propertyFor(tag, node, modele)?.value;
  }

  private shapeOf(role: Role): Shape | undefined {
    return this.tagOf(role)?.shape;
  }

  private tagOf(role: Role): Tag | undefined {
    return this.modele?.tags.find((tag) => tag.shape.role === role);
  }
}

/** The property of a tag; a misspelt key is read as the tag that it stands for. */
function propertyFor(
  tag: Tag,
  { properties }: ObjectNode,
  { byName, tags }: ObjectShape,
): PropertyNode | undefined {
  const named = properties.find(({ key }) => byName.get(key.name) === tag);
  if (named) return named;
  const missing = tags.filter((other) => !properties.some(({ key }) => byName.get(key.name) === other));
  return properties.find(({ key }) => !byName.has(key.name) && nearTag(key.name, missing)?.tag === tag);
}

/** What stands for `null`, or is mended to it by another rule: `Null`, `"null"`, `""`, `{}`. */
function isNothing(node: JsonNode): boolean {
  switch (node.kind) {
    case 'null':
      return true;
    case 'invalid':
      return meaningOf(node.raw, unquoteWord(node.raw)).kind === 'nul';
    case 'string':
      return node.value.trim() === '' || isNullText(node.value);
    case 'object':
      return node.properties.length === 0;
    case 'array':
      return node.items.every(isNothing);
    default:
      return false;
  }
}

/** A value as a whole, of a block or list the key that names it, or its bracket. */
function placeOf(node: JsonNode): Span {
  const isBlock = node.kind === 'object' || node.kind === 'array';
  if (isBlock && node.parent?.kind === 'property') return node.parent.key;
  return { start: node.start, end: isBlock ? node.start + 1 : node.end };
}
