/** What a page said, its members still to be checked; undefined for what has no type. */
export function messageOf(message: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof message === 'object' && message !== null && 'type' in message ? { ...message } : undefined;
}

/** A rank or a version: whole, from 0. */
export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
