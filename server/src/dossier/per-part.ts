import type { Part } from './part';

/** Computes once what several rules read of the same part: it lives as long as the part does. */
export function perPart<T>(compute: (part: Part) => T): (part: Part) => T {
  const slot = slots++;
  return (part) => {
    const { notes } = part;
    const found = notes[slot] as { readonly value: T } | undefined;
    if (found) return found.value;
    const value = compute(part);
    notes[slot] = { value };
    return value;
  };
}

/** How many things are computed once: each has its own place among the part's notes. */
let slots = 0;
