import type { Part } from './part';

/** Computes once what several rules read of the same part: it lives as long as the part does. */
export function perPart<T>(compute: (part: Part) => T): (part: Part) => T {
  const known = new WeakMap<Part, { readonly value: T }>();
  return (part) => {
    const found = known.get(part);
    if (found) return found.value;
    const value = compute(part);
    known.set(part, { value });
    return value;
  };
}
