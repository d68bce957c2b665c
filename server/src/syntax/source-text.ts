/** A text that may be kept in pieces: a string is one. */
export interface SourceText {
  readonly length: number;
  slice(start: number, end?: number): string;
  /** All of it in one string: costs as much as it is long. */
  toString(): string;
}

/** The text from an offset on, none of it copied before it is asked for. */
export function textFrom(text: SourceText, offset: number): SourceText {
  const length = text.length - offset;
  return {
    length,
    slice: (start, end = length) => text.slice(offset + Math.max(0, start), offset + Math.max(0, end)),
    toString: () => text.slice(offset),
  };
}

/** The stretch in which two texts differ: `[start, oldEnd)` of the one became `[start, newEnd)` of the other. */
export interface Change {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** A text that can tell in which stretch it differs from an earlier one without reading both. */
export interface ComparableText extends SourceText {
  /** Offsets between which the two may differ; the rest is the same in both. */
  differsFrom(earlier: SourceText): Change | undefined;
}

const BLOCK = 1024;

/** Where two texts differ, to the character; undefined where they are the same. */
export function changeBetween(before: SourceText, after: SourceText): Change | undefined {
  if (before === after) return undefined;
  const known = isComparable(after) ? after.differsFrom(before) : undefined;
  const { start, oldEnd, newEnd } = known ?? { start: 0, oldEnd: before.length, newEnd: after.length };
  const common = Math.min(oldEnd, newEnd) - start;
  const head = same(common, (at, length) => [
    before.slice(start + at, start + at + length),
    after.slice(start + at, start + at + length),
  ]);
  if (head === common && oldEnd === newEnd) return undefined;
  const tail = sameAtEnd(common - head, (at, length) => [
    before.slice(oldEnd - at - length, oldEnd - at),
    after.slice(newEnd - at - length, newEnd - at),
  ]);
  return { start: start + head, oldEnd: oldEnd - tail, newEnd: newEnd - tail };
}

function isComparable(text: SourceText): text is ComparableText {
  return 'differsFrom' in Object(text);
}

type Pair = (at: number, length: number) => readonly [string, string];

/** How many characters are the same from the beginning, `most` at most. */
function same(most: number, pairAt: Pair): number {
  for (let at = 0; at < most; at += BLOCK) {
    const [one, other] = pairAt(at, Math.min(BLOCK, most - at));
    if (one === other) continue;
    let i = 0;
    while (one.charCodeAt(i) === other.charCodeAt(i)) i++;
    return at + i;
  }
  return Math.max(0, most);
}

function sameAtEnd(most: number, pairAt: Pair): number {
  for (let at = 0; at < most; at += BLOCK) {
    const [one, other] = pairAt(at, Math.min(BLOCK, most - at));
    if (one === other) continue;
    let i = 1;
    while (one.charCodeAt(one.length - i) === other.charCodeAt(other.length - i)) i++;
    return at + i - 1;
  }
  return Math.max(0, most);
}
