import { BUNDLED_FORMATS, commonFormat } from '../bundled';
import type { Etape } from '../format';
import type { Role } from '../roles';
import type { Shape } from '../shape';
import type { Observed } from './observe';

/**
 * The types of attachments that are due, in the model's own words: those of our model of the same SONS and step that
 * the examples show. What they do not show stays open: the model may have other words for it.
 */
export function duePieces(
  list: Observed,
  path: string,
  roles: ReadonlyMap<string, Role>,
  { sons, etape }: { readonly sons: string; readonly etape: Etape },
): readonly (readonly string[])[] {
  const shown = typesIn(list, path, roles);
  const ours =
    BUNDLED_FORMATS.find(({ id }) => id === `${sons}.${etape}`) ??
    BUNDLED_FORMATS.find(({ id }) => id === commonFormat(etape));
  return (ours ? piecesOf(ours.root) : [])
    .map((group) => shown.filter((type) => group.some((known) => compared(known) === compared(type))))
    .filter((group) => group.length > 0);
}

/** The words for the type of an attachment. */
function typesIn({ item }: Observed, path: string, roles: ReadonlyMap<string, Role>): string[] {
  const tags = [...(item?.tags ?? [])];
  const types = tags.filter(([name]) => roles.get(`${path}/#/${name}`) === 'type-piece');
  return types.flatMap(([, { strings }]) => [...strings]);
}

function piecesOf(shape: Shape): readonly (readonly string[])[] {
  if (shape.kind === 'list') return shape.pieces.length > 0 ? shape.pieces : piecesOf(shape.item);
  return shape.kind === 'object' ? shape.tags.flatMap((tag) => piecesOf(tag.shape)) : [];
}

/** Whatever the case and the signs between words. */
function compared(type: string): string {
  return type.toUpperCase().replace(/[^A-Z]+/g, '_');
}
