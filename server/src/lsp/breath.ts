/** How long a work may hold the server before it lets a keystroke or a hover pass, in milliseconds. */
export const BREATH = 8;

/**
 * Runs a work of small steps and lets whatever waits pass in between, `pause` included; undefined once it is not wanted
 * any more.
 */
export async function inBreaths<T>(
  steps: Generator<void, T>,
  isWanted: () => boolean,
  pause: () => Promise<void> = nextTurn,
): Promise<T | undefined> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - since < BREATH) continue;
    await pause();
    if (!isWanted()) return undefined;
    since = performance.now();
  }
}

/** Lets what waits in the event loop pass: in node and in a worker alike. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
