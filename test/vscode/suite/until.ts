/**
 * Polls `probe` until it gives something truthy, and gives that. An exception counts as "not yet": VS Code rejects
 * a request with "Canceled" when another extension registers a provider meanwhile, as happens at start.
 * Fails after `limit` milliseconds, naming `what` was awaited and the last exception.
 */
export async function until<T>(
  what: string,
  probe: () => T | PromiseLike<T>,
  limit = 15_000,
): Promise<Exclude<T, false | null | undefined>> {
  const end = Date.now() + limit;
  let last: Error | undefined;
  for (;;) {
    try {
      const found = await probe();
      if (found) {
        return found as Exclude<T, false | null | undefined>;
      }
      last = undefined;
    } catch (error) {
      last = error instanceof Error ? error : new Error(JSON.stringify(error));
    }
    if (Date.now() > end) {
      throw new Error(`not within ${limit} ms: ${what}${last === undefined ? '' : ` (${String(last)})`}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
