import type { LocatedFinding } from '../../analysis/located';
import type { Tally } from '../tally';
import type { Terminal } from '../terminal';
import type { TextAtHand } from '../told/text-at-hand';
import type { ToldFile } from '../told/told-file';
import type { Voice } from '../voice';

/** Tells what a check finds, file after file. */
export interface Reporter<M> {
  /** A file whose format was recognised. */
  file(file: ToldFile<M>): void;
  /** `isWhole`: everything that was asked for could be read. */
  end(tally: Tally, isWhole: boolean): void;
}

/** What a report tells of a finding besides, taken from the text while it is at hand: plain data. `rank` is from 0. */
export type More<M> = (located: LocatedFinding, hand: TextAtHand, rank: number) => M;

/** One form that a check can take: what is taken from each text, and what is made of it at the end. */
export interface Report<M> {
  readonly more: More<M>;
  readonly reporter: (terminal: Terminal, voice: Voice) => Reporter<M>;
}

/** What every report tells is enough. */
export const NOTHING_MORE: More<undefined> = () => undefined;
