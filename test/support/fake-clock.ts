import type { Alarm } from '../../server/src/lsp/clock';
import type { EpochMinutes } from '../../server/src/regulation/paris-time';
import { momentOf } from './fixture';

/** A clock that a test moves by hand, and the alarms set on it. */
export class FakeClock {
  private moment: EpochMinutes;
  /** When the alarms that still wait are to ring. */
  private readonly waiting = new Map<() => void, EpochMinutes>();
  /** How many alarms were ever set. */
  set = 0;

  /** `2026-03-05T11:59` on a clock in Paris. */
  constructor(written: string) {
    this.moment = momentOf(written);
  }

  readonly now = (): EpochMinutes => this.moment;

  readonly alarm: Alarm = (at, ring) => {
    this.set++;
    const once = (): void => ring();
    this.waiting.set(once, at);
    return () => this.waiting.delete(once);
  };

  get alarms(): readonly EpochMinutes[] {
    return [...this.waiting.values()];
  }

  /** Goes there minute by minute: every alarm rings at its own. */
  goTo(written: string): void {
    for (const end = momentOf(written); this.moment < end;) {
      this.moment++;
      this.ringDue();
    }
  }

  /** Is there at once, and no alarm rang: the computer slept, and its timers with it. */
  wakeAt(written: string): void {
    this.moment = momentOf(written);
  }

  private ringDue(): void {
    for (const [ring, at] of [...this.waiting]) {
      if (at > this.moment) continue;
      this.waiting.delete(ring);
      ring();
    }
  }
}
