import type { Analysis } from '../analysis/analyse';
import { demandeAt, type Dossier } from '../dossier/dossier';
import type { Part } from '../dossier/part';
import type { MatchedValue } from '../formats/match';
import type { Shape, Tag } from '../formats/shape';
import type { JsonNode, ObjectNode, PropertyNode } from '../syntax/nodes';
import { placeAt } from '../syntax/walk';

/** What stands at an offset of a checked text, and what its model says there. */
export interface ModelPlace {
  readonly part: Part;
  /** Where the part begins in the whole text: add it to every offset of its nodes. */
  readonly base: number;
  /** Rank of the request, undefined in the envelope. */
  readonly demande: number | undefined;
  /** The innermost value around the offset, and its shape. */
  readonly node: JsonNode | undefined;
  readonly shape: Shape | undefined;
  /** The property whose key holds the offset, and its tag in the model. */
  readonly key: PropertyNode | undefined;
  readonly tag: Tag | undefined;
}

/** Looks at `offset` of the whole text; undefined when the file is not one that is checked. */
export function modelPlaceAt(analysis: Analysis, offset: number): ModelPlace | undefined {
  const { dossier } = analysis;
  if (!dossier) return undefined;
  const { part, base, demande } = partAt(dossier, offset);
  const { node, key } = placeAt(part.fragment, offset - base);
  const value = node ? matchedValue(part, node) : undefined;
  const owner = key?.parent;
  return {
    part,
    base,
    demande,
    node,
    shape: value?.shape,
    key,
    tag: key && owner ? tagOf(part, owner, key) : value?.tag,
  };
}

/** The request around `offset`, or the envelope. */
export function partAt(dossier: Dossier, offset: number): Pick<ModelPlace, 'part' | 'base' | 'demande'> {
  const demande = demandeAt(dossier, offset);
  if (demande) return { part: demande.part, base: demande.start, demande: demande.rang };
  return { part: dossier.enveloppe, base: 0, demande: undefined };
}

/** What the model says of a value of this part. */
export function matchedValue(part: Part, node: JsonNode): MatchedValue | undefined {
  return part.match.values.find((value) => value.node === node);
}

/** The tag that a key stands for, a misspelt key included. */
export function tagOf(part: Part, owner: ObjectNode, property: PropertyNode): Tag | undefined {
  const shape = matchedValue(part, owner)?.shape;
  const named = shape?.kind === 'object' ? shape.byName.get(property.key.name) : undefined;
  return named ?? (property.value ? matchedValue(part, property.value)?.tag : undefined);
}
