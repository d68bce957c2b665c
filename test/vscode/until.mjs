// Waiting for something that happens elsewhere: polled, with a deadline. Node built-ins only.
import { setTimeout as pause } from 'node:timers/promises';

/** Polls `probe` until it gives something truthy, at most `limit` ms; gives its last value. */
export async function until(probe, limit) {
  const end = Date.now() + limit;
  for (;;) {
    const value = await probe();
    if (value || Date.now() > end) {
      return value;
    }
    await pause(50);
  }
}

/** As `until`, but throws, naming `what` was awaited, when it did not come. */
export async function eventually(what, probe, limit = 20_000) {
  const value = await until(probe, limit);
  if (!value) {
    throw new Error(`not within ${limit} ms: ${what}`);
  }
  return value;
}
