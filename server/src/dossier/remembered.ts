import type { Demande, Dossier } from './dossier';
import type { Part } from './part';
import type { Reading } from './reading';

/**
 * What is read out of a request, worked out once for each of its texts. What it gives must hold no node: one node keeps
 * the whole tree.
 */
export function remembered<T>(read: (part: Part) => T): (demande: Demande) => T {
  const known = new WeakMap<Reading, { readonly value: T }>();
  return (demande) => {
    const earlier = known.get(demande.reading);
    if (earlier) return earlier.value;
    const value = read(demande.part);
    known.set(demande.reading, { value });
    return value;
  };
}

/** The same for what depends on more than the request: worked out again when one of the things given is another one. */
export function rememberedFor<C extends object, T>(
  read: (part: Part, given: C) => T,
): (demande: Demande, given: C) => T {
  const known = new WeakMap<Reading, { readonly given: C; readonly value: T }>();
  return (demande, given) => {
    const earlier = known.get(demande.reading);
    if (earlier && areEqual(earlier.given, given)) return earlier.value;
    const value = read(demande.part, given);
    known.set(demande.reading, { given, value });
    return value;
  };
}

function areEqual<C extends object>(one: C, other: C): boolean {
  return (Object.keys({ ...one, ...other }) as (keyof C)[]).every((key) => one[key] === other[key]);
}

/** Something that follows the requests of a file from one of its versions to the next. */
interface Follower {
  readonly follow: (demandes: readonly Demande[]) => void;
}

/** One follower for each open file, brought up to the version that is asked for. */
export function following<F extends Follower>(make: () => F): (dossier: Dossier) => F {
  const known = new WeakMap<object, F>();
  return ({ lineage, demandes }) => {
    let follower = known.get(lineage);
    if (!follower) known.set(lineage, (follower = make()));
    follower.follow(demandes);
    return follower;
  };
}
