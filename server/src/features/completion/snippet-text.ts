/** Text that stays as it is when a client reads it as a snippet. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** Numbers the tab stops of one snippet, in the order in which they are asked for. */
export class TabStops {
  private count = 0;

  /** A stop with its text selected; an empty one is just a place for the cursor. */
  stop(text: string): string {
    const rank = ++this.count;
    return text === '' ? `$${rank}` : `\${${rank}:${escapeSnippet(text)}}`;
  }

  /** A stop that offers values, the first one written. */
  choice(values: readonly string[]): string {
    const escaped = values.map((value) => value.replace(/[\\$},|]/g, '\\$&'));
    return `\${${++this.count}|${escaped.join(',')}|}`;
  }
}
