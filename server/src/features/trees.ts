import type { Analysis } from '../analysis/analyse';
import type { Fragment, JsonNode, PropertyNode } from '../syntax/nodes';
import { parseJson } from '../syntax/parse';

/** A tree and where its text begins in the whole text. */
export interface PlacedTree {
  readonly fragment: Fragment;
  readonly base: number;
}

/** The trees of a text, the envelope first, then the requests; one plain tree where nothing is checked. */
export function treesOf({ dossier, text }: Analysis): PlacedTree[] {
  if (!dossier) return [{ fragment: parseJson(text), base: 0 }];
  const requests = dossier.demandes.map(({ part, start }) => ({ fragment: part.fragment, base: start }));
  return [{ fragment: dossier.enveloppe.fragment, base: 0 }, ...requests];
}

/** Every value and property under `root`, parents before children, with its depth. */
export function* nodesUnder(
  root: JsonNode | PropertyNode | undefined,
  depth = 0,
): Generator<{ node: JsonNode | PropertyNode; depth: number }> {
  if (!root) return;
  yield { node: root, depth };
  if (root.kind === 'property') yield* nodesUnder(root.value, depth + 1);
  else if (root.kind === 'object') {
    for (const property of root.properties) yield* nodesUnder(property, depth + 1);
  } else if (root.kind === 'array') for (const item of root.items) yield* nodesUnder(item, depth + 1);
}
