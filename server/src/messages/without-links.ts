/** VS Code makes a link, to a command too, of `[…](…)` in what it notifies: a file's own words must not become one. */
export function withoutLinks(text: string): string {
  return text.replaceAll('](', '] (');
}
