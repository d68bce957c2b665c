import type { DeviationOf } from '../../formats/deviations';
import { emptySkeleton } from '../../formats/skeleton';
import { insertProperty, type Edit } from '../../syntax/edits';
import type { Fragment, PropertyNode } from '../../syntax/nodes';

/** Inserts a missing tag, unused, at its place in the model's order. */
export function insertAbsent({ object, tag, tags }: DeviationOf<'absent'>, fragment: Fragment): Edit {
  const before = tags.slice(0, tags.indexOf(tag));
  const neighbour = precedingProperty(
    object.properties,
    before.map(({ name, variants }) => [name, ...variants]).flat(),
  );
  return insertProperty(fragment, object, neighbour, tag.name, emptySkeleton(tag.shape));
}

/** The property that the new one comes behind: the nearest earlier tag of the model that is there. */
function precedingProperty(
  properties: readonly PropertyNode[],
  earlier: readonly string[],
): PropertyNode | undefined {
  return properties.findLast((property) => earlier.includes(property.key.name));
}
