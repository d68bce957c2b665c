/** What a file or its name may hold and a screen would obey: escape sequences, changes of writing direction. */
const COMMANDING = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;

/** Text of unknown origin, made harmless where it is shown: one character stays one character. */
export function harmless(text: string): string {
  return text.replace(COMMANDING, (char) => (char === '\t' ? ' ' : '\uFFFD'));
}

/** The same for a text that has lines of its own. */
export function harmlessLines(text: string): string {
  return text.replace(/[^\t\r\n]+/g, harmless);
}
