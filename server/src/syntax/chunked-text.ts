import type { Change, ComparableText, SourceText } from './source-text';

/** Characters of a chunk as it is cut: an edit copies one chunk, and each chunk costs a step. */
const CHUNK = 8192;

interface Chunk {
  readonly text: string;
  /** Where lines begin behind the line breaks of this chunk. */
  readonly lines: Uint32Array;
}

interface Position {
  readonly line: number;
  readonly character: number;
}

/**
 * A text in chunks, with its lines. An edit makes another one that shares all chunks but those it touches, so that
 * neither typing in a long text nor finding out what changed costs its length. No chunk ends between `\r` and `\n`.
 */
export class ChunkedText implements ComparableText {
  readonly length: number;
  readonly lineCount: number;
  /** Where each chunk begins, and how many lines begin before it. */
  private readonly offsets: Float64Array;
  private readonly lines: Float64Array;
  private whole: string | undefined;

  private constructor(private readonly chunks: readonly Chunk[]) {
    this.offsets = new Float64Array(chunks.length + 1);
    this.lines = new Float64Array(chunks.length + 1);
    chunks.forEach(({ text, lines }, i) => {
      this.offsets[i + 1] = (this.offsets[i] ?? 0) + text.length;
      this.lines[i + 1] = (this.lines[i] ?? 0) + lines.length;
    });
    this.length = this.offsets[chunks.length] ?? 0;
    this.lineCount = (this.lines[chunks.length] ?? 0) + 1;
  }

  static of(text: string): ChunkedText {
    return new ChunkedText(chunksOf(text));
  }

  /** The text with `[start, end)` replaced. */
  replace(start: number, end: number, inserted: string): ChunkedText {
    let first = this.chunkAt(start);
    let last = this.chunkAt(end);
    const head = this.textOf(first).slice(0, start - (this.offsets[first] ?? 0));
    let text = head + inserted + this.textOf(last).slice(end - (this.offsets[last] ?? 0));
    // Small chunks join their neighbours, and so do the two halves of a line break.
    while (first > 0 && (text.length < CHUNK / 4 || text.startsWith('\n'))) {
      text = this.textOf(--first) + text;
    }
    const next = this.textOf(last + 1);
    if (text.endsWith('\r') && next.startsWith('\n')) {
      text += next;
      last++;
    }
    return new ChunkedText([
      ...this.chunks.slice(0, first),
      ...chunksOf(text),
      ...this.chunks.slice(last + 1),
    ]);
  }

  slice(start: number, end = this.length): string {
    const to = Math.min(end, this.length);
    const from = Math.max(0, start);
    if (from >= to) return '';
    let chunk = this.chunkAt(from);
    let at = this.offsets[chunk] ?? 0;
    let text = this.textOf(chunk).slice(from - at, to - at);
    for (at = this.offsets[++chunk] ?? to; at < to; at = this.offsets[++chunk] ?? to) {
      text += this.textOf(chunk).slice(0, to - at);
    }
    return text;
  }

  toString(): string {
    this.whole ??= this.chunks.map(({ text }) => text).join('');
    return this.whole;
  }

  differsFrom(earlier: SourceText): Change | undefined {
    if (!(earlier instanceof ChunkedText)) return undefined;
    const [mine, theirs] = [this.chunks, earlier.chunks];
    const most = Math.min(mine.length, theirs.length);
    let head = 0;
    while (head < most && mine[head] === theirs[head]) head++;
    let tail = 0;
    while (tail < most - head && mine[mine.length - 1 - tail] === theirs[theirs.length - 1 - tail]) tail++;
    return {
      start: this.offsets[head] ?? 0,
      oldEnd: earlier.offsets[theirs.length - tail] ?? 0,
      newEnd: this.offsets[mine.length - tail] ?? 0,
    };
  }

  /** Line and column of an offset, both from 0; an offset inside a line break stands at the end of its line. */
  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.length));
    const chunk = this.chunkAt(at);
    const lines = this.chunks[chunk]?.lines ?? NO_LINES;
    const inside = countUpTo(lines, at - (this.offsets[chunk] ?? 0));
    const line = (this.lines[chunk] ?? 0) + inside;
    const start = this.startOf(line, chunk);
    return { line, character: this.beforeBreak(at, start) - start };
  }

  /** The nearest offset to a line and a column. */
  offsetAt({ line, character }: Position): number {
    if (line >= this.lineCount) return this.length;
    if (line < 0) return 0;
    const start = this.lineStart(line);
    if (character <= 0) return start;
    const next = line + 1 < this.lineCount ? this.lineStart(line + 1) : this.length;
    return this.beforeBreak(Math.min(start + character, next), start);
  }

  private beforeBreak(offset: number, lineStart: number): number {
    let at = offset;
    while (at > lineStart && /[\r\n]/.test(this.slice(at - 1, at))) at--;
    return at;
  }

  private lineStart(line: number): number {
    return this.startOf(line, rankIn(this.lines, line, this.chunks.length));
  }

  /** Where a line begins, looking back from a chunk that holds some of it. */
  private startOf(line: number, from: number): number {
    if (line === 0) return 0;
    let chunk = from;
    while (chunk > 0 && (this.lines[chunk] ?? 0) >= line) chunk--;
    const start = this.chunks[chunk]?.lines[line - 1 - (this.lines[chunk] ?? 0)] ?? 0;
    return (this.offsets[chunk] ?? 0) + start;
  }

  private chunkAt(offset: number): number {
    return rankIn(this.offsets, offset, this.chunks.length);
  }

  private textOf(chunk: number): string {
    return this.chunks[chunk]?.text ?? '';
  }
}

const NO_LINES = new Uint32Array();

/** Rank of the last of the first `count` numbers that is no greater than `wanted`. */
function rankIn(numbers: Float64Array, wanted: number, count: number): number {
  let low = 0;
  let high = Math.max(0, count - 1);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] ?? 0) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** How many of these sorted numbers are no greater than `wanted`. */
function countUpTo(numbers: Uint32Array, wanted: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function chunksOf(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  for (let start = 0; start < text.length;) {
    // What is left is shared out: no crumb at the end.
    let end = text.length - start < 2 * CHUNK ? text.length : start + CHUNK;
    if (text.charAt(end) === '\n' && text.charAt(end - 1) === '\r') end++;
    chunks.push(chunkOf(text.slice(start, end)));
    start = end;
  }
  return chunks;
}

function chunkOf(slice: string): Chunk {
  // In memory of its own: a slice would keep the whole text that it was cut from.
  const text = ` ${slice}`.slice(1);
  const lines: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x0d && text.charCodeAt(i + 1) === 0x0a) i++;
    if (code === 0x0a || code === 0x0d) lines.push(i + 1);
  }
  return { text, lines: Uint32Array.from(lines) };
}
