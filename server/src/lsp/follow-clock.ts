import type { Alarm, Clock } from './clock';

/** Timers stand still while a computer sleeps: minutes after which the clock is looked at again whatever comes next. */
const LONGEST_WAIT = 10;

/**
 * Calls `turn` when a period begins: a new day in Paris, an hour at which something opens or closes. One alarm at a
 * time. Gives the functions that set it, from the start on and whenever the dates change, and that end it all.
 */
export function followClock(
  clock: Clock,
  alarm: Alarm,
  turn: () => void,
): { readonly set: () => void; readonly end: () => void } {
  let callOff = (): void => undefined;
  const set = (): void => {
    callOff();
    const seen = clock.period();
    const at = Math.min(seen.until, clock.now() + LONGEST_WAIT);
    callOff = alarm(at, () => {
      const hasTurned = clock.period() !== seen;
      set();
      if (hasTurned) turn();
    });
  };
  return { set, end: () => callOff() };
}
