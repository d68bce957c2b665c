import type { ExaminedFile } from '../examined';
import type { Tally } from '../tally';

/** Tells what a check finds, file after file, so that a long run shows its work and keeps no file in memory. */
export interface Reporter {
  /** A file whose format was recognised. */
  file(file: ExaminedFile): void;
  /** `isWhole`: everything that was asked for could be read. */
  end(tally: Tally, isWhole: boolean): void;
}
