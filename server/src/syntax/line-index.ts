/** Lines and columns of a text, both from 0; columns count UTF-16 units. */
export class LineIndex {
  private readonly starts: number[] = [0];

  constructor(private readonly text: string) {
    let feed = text.indexOf('\n');
    let back = text.indexOf('\r');
    while (feed >= 0 || back >= 0) {
      const isBack = back >= 0 && (feed < 0 || back < feed);
      // Both in a row are one end.
      const end = isBack && feed !== back + 1 ? back : feed;
      this.starts.push(end + 1);
      if (back >= 0 && back <= end) back = text.indexOf('\r', end + 1);
      if (feed >= 0 && feed <= end) feed = text.indexOf('\n', end + 1);
    }
  }

  positionAt(offset: number): { line: number; character: number } {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: offset - (this.starts[low] ?? 0) };
  }

  /** Text of a line without its end. */
  lineText(line: number): string {
    return this.text
      .slice(this.starts[line] ?? 0, this.starts[line + 1] ?? this.text.length)
      .replace(/(?:\r\n|\r|\n)$/, '');
  }
}
