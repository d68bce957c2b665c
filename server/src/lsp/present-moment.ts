import type { EpochMinutes } from '../regulation/paris-time';

/** The only look at the clock, for the two edges: the command line and the server. */
export function presentMoment(): EpochMinutes {
  return Math.floor(Date.now() / 60_000);
}

/** Milliseconds from now to that moment, at least one: a timer may wake a little early. */
export function millisecondsTo(moment: EpochMinutes): number {
  return Math.max(1, moment * 60_000 - Date.now());
}
