import type { Part } from './part';

/**
 * One request as it was read: the same object for as long as its text stays what it is, wherever it moves. Its tree may
 * be let go and read again from the text.
 */
export interface Reading {
  readonly partOf: (text: () => string) => Part;
}
