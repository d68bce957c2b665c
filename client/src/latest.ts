/**
 * Runs `task` again and again, never twice at once: what is asked for during a run is done once, after it. So the last
 * word is always the newest, however fast the questions come.
 */
export function latest(task: () => Promise<void>): () => void {
  let running: Promise<void> | undefined;
  let isStale = false;
  const ask = (): void => {
    if (running) {
      isStale = true;
      return;
    }
    // A server that stops leaves questions without an answer: the next one is asked all the same.
    running = task()
      .catch(() => undefined)
      .finally(() => {
        running = undefined;
        if (!isStale) return;
        isStale = false;
        ask();
      });
  };
  return ask;
}
