/** Without blanks, those that cannot be seen included. */
export function compact(text: string): string {
  return text.replace(/[\s\u200B-\u200D\u2060]/g, '');
}
