import type { Sourced } from '../../regulation/sourced';

/** True for a value that no official source states without a doubt: it makes nobody's file wrong. */
export function isDoubtful({ status }: Sourced<unknown>): boolean {
  return status !== 'confirmé';
}

/** The sources of a value, for a sentence. */
export function cited({ source }: Sourced<unknown>): string {
  return source.join(', ');
}
