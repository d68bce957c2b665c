import type { EpochMinutes } from '../regulation/paris-time';
import { periodAround, type Period } from '../regulation/period';
import type { Regulation } from '../regulation/regulation';

/** Has `ring` called once at that moment or as soon after as may be; gives what calls it off. */
export type Alarm = (at: EpochMinutes, ring: () => void) => () => void;

/** Tells what was found in the present period from what was found before a day or a desk turned. */
export class Clock {
  private known: Period | undefined;

  constructor(
    readonly now: () => EpochMinutes,
    private readonly regulations: () => readonly Regulation[],
  ) {}

  /** The present period: the very same object until the next one begins. */
  period(): Period {
    const now = this.now();
    // A clock may also be set back.
    if (!this.known || now < this.known.since || now >= this.known.until) {
      this.known = periodAround(now, this.regulations());
    }
    return this.known;
  }

  /** The dates have changed, and with them what comes next. */
  forget(): void {
    this.known = undefined;
  }
}
