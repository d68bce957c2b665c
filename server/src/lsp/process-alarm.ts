import type { Alarm } from './clock';
import { millisecondsTo } from './present-moment';

/** An alarm of node's that lets the process end while it waits. */
export const processAlarm: Alarm = (at, ring) => {
  const timer = setTimeout(ring, millisecondsTo(at));
  timer.unref();
  return () => clearTimeout(timer);
};
