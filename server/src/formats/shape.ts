import type { Role } from './roles';

/** How far a name or a form is known, and from which document: a code of `docs/sources.md`, empty when unsaid. */
export interface Attestation {
  /** `propre`: a format of our own, which no document has to confirm. */
  readonly statut: 'officiel' | 'ocr' | 'reconstitué' | 'propre';
  readonly source: string;
}

interface ShapeBase {
  readonly role: Role | undefined;
  /** `null` stands for "not concerned". */
  readonly nullable: boolean;
  /** An empty text or an empty block stands in the official model itself: nobody is told to write another "nothing". */
  readonly blank: boolean;
  /** Of the value's form: for the items of a list, which have no tag of their own. */
  readonly attestation: Attestation;
}

export interface ObjectShape extends ShapeBase {
  readonly kind: 'object';
  /** In the model's order. */
  readonly tags: readonly Tag[];
  /** By name and by every accepted variant. */
  readonly byName: ReadonlyMap<string, Tag>;
  /** The types of attachments that are due in the lists of its tags: a learnt model may keep the list in a block. */
  readonly pieces: ListShape['pieces'];
}

export interface ListShape extends ShapeBase {
  readonly kind: 'list';
  readonly item: Shape;
  readonly maxItems: number | undefined;
  /** Of attachments: the types that are due, one at least of each group. */
  readonly pieces: readonly (readonly string[])[];
}

export interface ScalarShape extends ShapeBase {
  readonly kind: 'string' | 'number' | 'boolean';
  /** The closed list of values, where the model has one. */
  readonly values: readonly string[] | undefined;
  /** Values seen, offered and never imposed. */
  readonly examples: readonly string[];
  readonly maxLength: number | undefined;
  /** A number without decimals. */
  readonly integer: boolean;
}

/** A value of which the model says nothing. */
export interface FreeShape extends ShapeBase {
  readonly kind: 'free';
}

export type Shape = ObjectShape | ListShape | ScalarShape | FreeShape;

/** A named place in an object. */
export interface Tag {
  readonly name: string;
  readonly variants: readonly string[];
  readonly shape: Shape;
  readonly attestation: Attestation;
  /** False for a tag that some of the official examples do without. */
  readonly due: boolean;
  /** Its place in the model's order, from 0. */
  readonly rank: number;
}

/** A block is an object or a list; the deck calls the rest tags. */
export function isBlock(shape: Shape): shape is ObjectShape | ListShape {
  return shape.kind === 'object' || shape.kind === 'list';
}

/** What the model puts for "not concerned": `[]` for a list, `null` for the rest; undefined where a value is due. */
export function unusedValue(shape: Shape): '[]' | 'null' | undefined {
  if (shape.kind === 'list') return '[]';
  return shape.nullable ? 'null' : undefined;
}

export function isListed({ values }: ScalarShape, text: string): boolean {
  return !values || values.includes(text);
}

/** Characters are counted as a reader does, not in UTF-16 units. */
export function isTooLong({ maxLength }: ScalarShape, text: string): boolean {
  return maxLength !== undefined && [...text].length > maxLength;
}
