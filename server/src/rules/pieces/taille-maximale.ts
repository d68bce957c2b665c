/** In bytes. S0 says "4 Mo", and not of which kind: below the smaller one is sure, above the larger one is too. */
export const LARGEST_PIECE = { sure: 4_000_000, possible: 4 * 1024 * 1024 };

/** `4,27` for 4 265 102 bytes: never less than there is. */
export function inMegabytes(taille: number): string {
  return (Math.ceil(taille / 10_000) / 100).toFixed(2).replace('.', ',');
}
