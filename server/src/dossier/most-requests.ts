import type { Format } from '../formats/format';

/** What a file holds where its model sets no limit of its own: as the portal does. */
const MOST_REQUESTS = 200;

/** How many requests one file of a model may hold. */
export function mostRequests({ root: { tags } }: Format): number {
  const list = tags.find(({ shape }) => shape.role === 'demandes')?.shape;
  return (list?.kind === 'list' ? list.maxItems : undefined) ?? MOST_REQUESTS;
}
