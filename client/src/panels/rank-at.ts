interface Place {
  readonly start: number;
  readonly end: number;
}

/** The rank of the place around an offset, its two ends included; null for none. Places are in the text's order. */
export function rankAt(places: readonly Place[], offset: number): number | null {
  const rang = places.findIndex(({ start, end }) => start <= offset && offset <= end);
  return rang < 0 ? null : rang;
}

/** The rank of the narrowest place around an offset; null for none. Places may lie in one another, in any order. */
export function narrowestAt(places: readonly Place[], offset: number): number | null {
  const around = [...places.entries()].filter(([, { start, end }]) => start <= offset && offset <= end);
  const [first] = around.sort(([, one], [, other]) => one.end - one.start - (other.end - other.start));
  return first ? first[0] : null;
}
