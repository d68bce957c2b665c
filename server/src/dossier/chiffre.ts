import type { Held } from '../regulation/sourced';

/** A sum of money and what it rests on. A sum that cannot be known is no figure at all, never a zero. */
export interface Chiffre {
  readonly cents: bigint;
  /** Read in the request as it is written, or computed. */
  readonly origine: 'lu' | 'calcule';
  /** The values of the texts that it was computed with, each with its sources. */
  readonly sur: readonly Held<unknown>[];
  /** That of the least certain of these values. */
  readonly status: 'confirmé' | 'à confirmer';
}

export function chiffreLu(cents: bigint): Chiffre {
  return { cents, origine: 'lu', sur: [], status: 'confirmé' };
}

/** A figure computed with these values. */
export function chiffreCalcule(cents: bigint, sur: readonly Held<unknown>[]): Chiffre {
  const isSure = sur.every(({ status }) => status === 'confirmé');
  return { cents, origine: 'calcule', sur, status: isSure ? 'confirmé' : 'à confirmer' };
}

/** The codes of the documents behind these values, or the user's own words, each once. */
export function sourcesOf(values: readonly Held<unknown>[]): readonly string[] {
  return [...new Set(values.flatMap(({ source }) => source))];
}
