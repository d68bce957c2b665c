import type { Echeance } from '../../regulation/deadlines';
import type { EpochMinutes } from '../../regulation/paris-time';
import type { Regulation } from '../../regulation/regulation';

/** What is told of a SONS. */
export interface SonsDeadlines {
  readonly sons: string;
  readonly echeances: readonly Echeance[];
}

/** What every way of telling needs. */
export interface DeadlinesReport {
  readonly all: readonly SonsDeadlines[];
  readonly now: EpochMinutes;
  readonly regulation: Regulation;
  /** SONS of closed waves that nobody asked for, told by their names only. */
  readonly leftOut: readonly string[];
}
