import type { Format } from '../format';
import type { Role } from '../roles';
import type { Shape } from '../shape';

/** A named place of a format. */
interface NamedPlace {
  readonly path: string;
  readonly kind: Shape['kind'];
  readonly role: Role | undefined;
}

/** How two models differ, by paths and by roles. */
export interface Differences {
  /** The same role at another place. */
  readonly moved: readonly { readonly role: Role; readonly before: string; readonly after: string }[];
  /** Paths that only the first, or only the second, has, those of the moved roles left out. */
  readonly gone: readonly string[];
  readonly come: readonly string[];
  /** Of another type in the two. */
  readonly retyped: readonly {
    readonly path: string;
    readonly before: Shape['kind'];
    readonly after: Shape['kind'];
  }[];
  /** Roles that the first has and the second lacks. */
  readonly rolesGone: readonly Role[];
}

export function differences(before: Format, after: Format): Differences {
  const [old, fresh] = [placesIn(before.root, ''), placesIn(after.root, '')];
  const oldPaths = new Map(old.map((place) => [place.path, place]));
  const freshPaths = new Map(fresh.map((place) => [place.path, place]));
  const roles = new Set(fresh.map(({ role }) => role));
  const moved = movedRoles(old, fresh);
  const told = new Set(moved.flatMap((move) => [move.before, move.after]));
  return {
    moved,
    gone: old.flatMap(({ path }) => (freshPaths.has(path) || told.has(path) ? [] : [path])),
    come: fresh.flatMap(({ path }) => (oldPaths.has(path) || told.has(path) ? [] : [path])),
    retyped: fresh.flatMap(({ path, kind }) => {
      const known = oldPaths.get(path)?.kind;
      return known === undefined || known === kind ? [] : [{ path, before: known, after: kind }];
    }),
    rolesGone: [...new Set(old.flatMap(({ role }) => (role && !roles.has(role) ? [role] : [])))],
  };
}

/** A role that stands once in each of the two tells which place became which. */
function movedRoles(old: readonly NamedPlace[], fresh: readonly NamedPlace[]): Differences['moved'] {
  return old.flatMap(({ role, path }) => {
    if (role === undefined || old.filter((place) => place.role === role).length > 1) return [];
    const [now, ...others] = fresh.filter((place) => place.role === role);
    return !now || others.length > 0 || now.path === path ? [] : [{ role, before: path, after: now.path }];
  });
}

function placesIn(shape: Shape, path: string): NamedPlace[] {
  const here = path === '' ? [] : [{ path, kind: shape.kind, role: shape.role }];
  if (shape.kind === 'list') return [...here, ...placesIn(shape.item, `${path}/#`)];
  if (shape.kind !== 'object') return here;
  return [...here, ...shape.tags.flatMap((tag) => placesIn(tag.shape, `${path}/${tag.name}`))];
}
