import type { Demande, Dossier } from './dossier';
import type { Part } from './part';

/**
 * What is read out of a request, worked out once for each of its texts. What it gives must hold no node: one node keeps
 * the whole tree.
 */
export function remembered<T>(read: (part: Part) => T): (demande: Demande) => T {
  const slot = slots++;
  return (demande) => {
    const { notes } = demande.reading;
    const earlier = notes[slot] as { readonly value: T } | undefined;
    if (earlier) return earlier.value;
    const value = read(demande.part);
    notes[slot] = { value };
    return value;
  };
}

/** The same for what depends on more than the request: worked out again when one of the things given is another one. */
export function rememberedFor<C extends object, T>(
  read: (part: Part, given: C) => T,
): (demande: Demande, given: C) => T {
  const slot = slots++;
  return (demande, given) => {
    const { notes } = demande.reading;
    const earlier = notes[slot] as { readonly given: C; readonly value: T } | undefined;
    if (earlier && areEqual(earlier.given, given)) return earlier.value;
    const value = read(demande.part, given);
    notes[slot] = { given, value };
    return value;
  };
}

/** How many things are remembered of a request: each has its own place among the reading's notes. */
let slots = 0;

function areEqual<C extends object>(one: C, other: C): boolean {
  return (Object.keys({ ...one, ...other }) as (keyof C)[]).every((key) => one[key] === other[key]);
}

/** Something that follows the requests of a file from one of its versions to the next. */
interface Follower {
  readonly follow: (dossier: Dossier) => void;
}

/** One follower for each open file, brought up to the version that is asked for. */
export function following<F extends Follower>(make: () => F): (dossier: Dossier) => F {
  const known = new WeakMap<object, F>();
  return (dossier) => {
    const { lineage } = dossier;
    let follower = known.get(lineage);
    if (!follower) known.set(lineage, (follower = make()));
    follower.follow(dossier);
    return follower;
  };
}
