import type { DeviationOf } from '../../formats/deviations';
import type { Shape, Tag } from '../../formats/shape';
import { emptySkeleton } from '../../formats/skeleton';
import { insertProperty } from '../../syntax/edits';
import type { Fragment, PropertyNode } from '../../syntax/nodes';
import type { RuleFix } from '../rule';

/** Inserts a missing tag, unused, at its place in the model's order; nothing where a value has to be chosen. */
export function insertAbsent({ object, tag, tags }: DeviationOf<'absent'>, fragment: Fragment): RuleFix[] {
  if (needsChoice(tag.shape)) return [];
  const neighbour = precedingProperty(object.properties, tags.slice(0, tags.indexOf(tag)));
  const value = emptySkeleton(tag.shape);
  const edit = insertProperty(fragment, object, neighbour, tag.name, value);
  return [
    {
      kind: 'safe',
      edits: [edit],
      params: { balise: tag.name, valeur: value.includes('\n') ? '{ … }' : value },
    },
  ];
}

/** True for a value that may not be `null` and of which the model does not impose one. */
export function needsChoice(shape: Shape): boolean {
  if (shape.kind === 'object') return !shape.nullable && shape.tags.some((tag) => needsChoice(tag.shape));
  if (shape.nullable || shape.kind === 'list' || shape.kind === 'free') return false;
  return shape.values?.length !== 1;
}

/** The property that the new one comes behind: the nearest earlier tag of the model that is there. */
export function precedingProperty(
  properties: readonly PropertyNode[],
  earlier: readonly Tag[],
): PropertyNode | undefined {
  const names = new Set(earlier.flatMap(({ name, variants }) => [name, ...variants]));
  return properties.findLast((property) => names.has(property.key.name));
}
