import type { JsonNode, ObjectNode, PropertyNode } from '../syntax/nodes';
import type { ListShape, ScalarShape, Shape, Tag } from './shape';
import type { NearTag } from './near-tag';

/** Where a text leaves its format. Rules word them and mend them; one deviation is claimed by one rule. */
export type Deviation =
  /** A tag of the model is not in its object. */
  | { readonly kind: 'absent'; readonly object: ObjectNode; readonly tag: Tag; readonly tags: readonly Tag[] }
  /** A key that the model does not know; `near` is the one that was probably meant. */
  | { readonly kind: 'inconnu'; readonly property: PropertyNode; readonly near: NearTag | undefined }
  /** A key that is spelt in one of the two ways that a doubtful reading of the sources allows. */
  | { readonly kind: 'incertain'; readonly property: PropertyNode; readonly tag: Tag }
  /** The same tag twice in one object; `tag` is undefined where the model does not know it. */
  | {
      readonly kind: 'doublon';
      readonly first: PropertyNode;
      readonly second: PropertyNode;
      readonly tag: Tag | undefined;
    }
  /** Empty, but not the empty that the model wants here. */
  | { readonly kind: 'vide'; readonly node: JsonNode; readonly shape: Shape }
  /** A value of another JSON type than the model's. */
  | { readonly kind: 'type'; readonly node: JsonNode; readonly shape: Shape }
  /** A word that is no JSON value. `shape` is undefined where the model says nothing. */
  | {
      readonly kind: 'litteral';
      readonly node: JsonNode & { kind: 'invalid' };
      readonly shape: Shape | undefined;
    }
  /** A text outside the closed list. */
  | { readonly kind: 'hors-liste'; readonly node: JsonNode & { kind: 'string' }; readonly shape: ScalarShape }
  | { readonly kind: 'trop-long'; readonly node: JsonNode & { kind: 'string' }; readonly shape: ScalarShape }
  /** More items than the list may hold; `node` is the first one too many. */
  | { readonly kind: 'trop'; readonly node: JsonNode; readonly shape: ListShape; readonly count: number };

export type DeviationOf<K extends Deviation['kind']> = Extract<Deviation, { kind: K }>;
