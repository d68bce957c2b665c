/** Lines and columns of a text, both from 0; columns count UTF-16 units. */
export class LineIndex {
  private readonly starts: number[] = [0];

  constructor(private readonly text: string) {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 0x0d && text.charCodeAt(i + 1) === 0x0a) i++;
      if (code === 0x0a || code === 0x0d) this.starts.push(i + 1);
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
