interface Place {
  readonly start: number;
  readonly end: number;
}

/** The rank of the place around an offset, its two ends included; null for none. Places are in the text's order. */
export function rankAt(places: readonly Place[], offset: number): number | null {
  const rang = places.findIndex(({ start, end }) => start <= offset && offset <= end);
  return rang < 0 ? null : rang;
}
