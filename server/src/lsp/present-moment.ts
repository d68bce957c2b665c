import type { EpochMinutes } from '../regulation/paris-time';

/** The only look at the clock, for the two edges: the command line and the server. */
export function presentMoment(): EpochMinutes {
  return Math.floor(Date.now() / 60_000);
}
