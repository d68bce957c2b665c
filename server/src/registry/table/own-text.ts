/** The same text in memory of its own: a piece of a longer one keeps the whole of that one in memory. */
export function ownText(text: string): string {
  return ` ${text}`.slice(1);
}
